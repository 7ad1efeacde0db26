import { ApiError, get, post } from "../api.ts";

/** Passkeys by the browser's own interface: JSON in, JSON out, bytes as base64url. */

type Options = Readonly<Record<string, unknown>>;
interface Descriptor {
  readonly id: string;
  readonly type: "public-key";
}

const toBytes = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));

function toText(bytes: ArrayBuffer | null): string {
  const signs = [...new Uint8Array(bytes ?? new ArrayBuffer(0))].map((byte) => String.fromCharCode(byte));
  return btoa(signs.join("")).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

const known = (list: unknown): PublicKeyCredentialDescriptor[] =>
  ((list ?? []) as readonly Descriptor[]).map(({ id, type }) => ({ id: toBytes(id), type }));

/** Makes a passkey on this device for whoever is signed in. Throws when it was stopped or refused. */
export async function addPasskey(): Promise<void> {
  const options = await get<Options & { challenge: string; user: { id: string } }>(
    "/auth/passkey/generate-register-options",
  );
  const made = await navigator.credentials.create({
    publicKey: {
      ...options,
      challenge: toBytes(options.challenge),
      user: { ...options.user, id: toBytes(options.user.id) },
      excludeCredentials: known(options["excludeCredentials"]),
    } as unknown as PublicKeyCredentialCreationOptions,
  });
  if (!(made instanceof PublicKeyCredential)) throw new ApiError(400, "stopped", "");
  const answer = made.response as AuthenticatorAttestationResponse;
  await post("/auth/passkey/verify-registration", {
    response: {
      ...common(made),
      response: {
        clientDataJSON: toText(answer.clientDataJSON),
        attestationObject: toText(answer.attestationObject),
        transports: answer.getTransports(),
      },
    },
  });
}

/** Signs in with a passkey of this device. Throws when it was stopped or refused. */
export async function usePasskey(): Promise<void> {
  const options = await get<Options & { challenge: string }>("/auth/passkey/generate-authenticate-options");
  const used = await navigator.credentials.get({
    publicKey: {
      ...options,
      challenge: toBytes(options.challenge),
      allowCredentials: known(options["allowCredentials"]),
    } as unknown as PublicKeyCredentialRequestOptions,
  });
  if (!(used instanceof PublicKeyCredential)) throw new ApiError(400, "stopped", "");
  const answer = used.response as AuthenticatorAssertionResponse;
  await post("/auth/passkey/verify-authentication", {
    response: {
      ...common(used),
      response: {
        clientDataJSON: toText(answer.clientDataJSON),
        authenticatorData: toText(answer.authenticatorData),
        signature: toText(answer.signature),
        userHandle: answer.userHandle === null ? undefined : toText(answer.userHandle),
      },
    },
  });
}

function common(credential: PublicKeyCredential) {
  return {
    id: credential.id,
    rawId: toText(credential.rawId),
    type: credential.type,
    clientExtensionResults: credential.getClientExtensionResults(),
    authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
  };
}
