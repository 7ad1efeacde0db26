/** Styles are files for the build, nothing that the code reads. */
declare module "*.css";
