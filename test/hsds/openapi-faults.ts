import { Validator } from "@seriousme/openapi-schema-validator";

/**
 * What is wrong with a description, by the schema of OpenAPI and by names of operations used twice. References to
 * other files are allowed by OpenAPI and not followed by the validator: a schema that takes anything stands in.
 */
export async function faultsOfOpenApi(description: unknown): Promise<unknown[]> {
  const { valid, errors } = await new Validator({ strict: false }).validate(
    JSON.parse(
      JSON.stringify(description, (key, value: unknown) =>
        key === "schema" || key === "items" ? withoutOutside(value) : value,
      ),
    ) as Record<string, unknown>,
  );
  const paths = (description as { paths: Record<string, Record<string, { operationId?: string }>> }).paths;
  const names = Object.values(paths).flatMap((item) =>
    Object.values(item).flatMap((one) => one.operationId ?? []),
  );
  const twice = names.filter((name, at) => names.indexOf(name) !== at);
  return [...(valid ? [] : [errors]), ...twice];
}

function withoutOutside(value: unknown): unknown {
  const { $ref } = value as { $ref?: string };
  return $ref === undefined || $ref.startsWith("#") ? value : {};
}
