import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { PlaceModel } from "#web/models/place-model.ts";

const fromFiles = (path: string): Promise<Response> =>
  Promise.resolve(new Response(readFileSync(`web/public${path}`, "utf8")));
const poipet = { country: "KH", area: "KH-1", name: "Poipet", alias: "ปอยเปต" };

test("a name that a coordinator added finds its place on the device, once its country is shown", async () => {
  const asked: string[] = [];
  const fetch = (path: string) => {
    asked.push(path);
    return fromFiles(path);
  };
  const places = new PlaceModel("TH", fetch, [poipet]);
  await places.show("KH");
  places.type("ปอยเปต");
  expect(places.hits.value[0]).toMatchObject({ matched: "ปอยเปต", place: { area: "KH-1" } });
  expect(asked).toEqual(["/places/KH.json"]);
});

test("without such names the file is searched as it is", async () => {
  const places = new PlaceModel("KH", fromFiles);
  await places.show("KH");
  places.type("ปอยเปต");
  expect(places.hits.value).toEqual([]);
  places.type("poipet");
  expect(places.hits.value[0]?.place.area).toBe("KH-1");
});

test("the names of a country are fetched once, however often it is shown, and again when they did not come", async () => {
  const asked: string[] = [];
  let isThere = false;
  const places = new PlaceModel("KH", (path: string) => {
    asked.push(path);
    return isThere ? fromFiles(path) : Promise.resolve(new Response("", { status: 500 }));
  });
  await Promise.all([places.show("KH"), places.show("KH")]);
  expect(asked).toHaveLength(1);
  isThere = true;
  await Promise.all([places.show("KH"), places.show("KH")]);
  await places.show("KH");
  expect(asked).toHaveLength(2);
});
