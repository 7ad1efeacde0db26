/** Styles are files for the build, nothing that the code reads. */
declare module "*.css";

/** Styles as a text, to put into a file that is made on the device. */
declare module "*.css?inline" {
  const css: string;
  export default css;
}
