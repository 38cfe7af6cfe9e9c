package io.github.kextmanager.host;

import io.github.kextmanager.host.KextProfile.Approvers;
import io.github.kextmanager.host.KextProfile.Overrides;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.TeamIdentifier;
import io.github.kextmanager.plist.PlistArray;
import io.github.kextmanager.plist.PlistBoolean;
import io.github.kextmanager.plist.PlistDict;
import io.github.kextmanager.plist.PlistReader;
import io.github.kextmanager.plist.PlistString;
import io.github.kextmanager.plist.PlistValue;
import io.github.kextmanager.plist.UnreadablePlistException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the payloads about kexts in a configuration profile ({@code .mobileconfig}), or one payload
 * alone, as it lies in {@code /Library/Managed Preferences}.
 *
 * <p>A profile that is signed is refused: its contents lie inside a signature that nobody here
 * verifies. {@code security cms -D -i FILE} on a Mac takes it out.
 */
public final class KextProfileReader {
  private static final String CONTENT = "PayloadContent";
  private static final String TYPE = "PayloadType";
  private static final int DER_SEQUENCE = 0x30;

  /** Creates a reader. */
  public KextProfileReader() {}

  /**
   * Reads a profile.
   *
   * @param file the whole of it
   * @return its payloads about kexts; none if it says nothing of kexts
   * @throws UnreadableProfileException if it is no profile; the message says where and why
   */
  public List<KextProfile> read(byte[] file) {
    if (file.length > 0 && file[0] == DER_SEQUENCE) {
      throw new UnreadableProfileException(
          "The profile is signed: take it out of its signature first (security cms -D -i FILE).");
    }
    if (!(plist(file) instanceof PlistDict profile)) {
      throw new UnreadableProfileException("A profile is a dictionary.");
    }
    Optional<PlistValue> content = profile.get(CONTENT);
    if (content.isEmpty()) {
      if (!looksLikePayload(profile)) {
        throw new UnreadableProfileException(
            "It is a property list, but no profile: it has neither %s, nor the keys of a payload"
                    .formatted(CONTENT)
                + " about kexts.");
      }
      return List.of(payload(profile));
    }
    List<KextProfile> payloads = new ArrayList<>();
    for (PlistValue value : array(content.get(), CONTENT).values()) {
      PlistDict payload = dictionary(value, CONTENT);
      boolean isOurs =
          payload
              .get(TYPE, PlistString.class)
              .map(PlistString::value)
              .filter(KextProfile.PAYLOAD_TYPE::equals)
              .isPresent();
      if (isOurs) {
        payloads.add(payload(payload));
      }
    }
    return payloads;
  }

  private static PlistValue plist(byte[] file) {
    try {
      return PlistReader.read(file);
    } catch (UnreadablePlistException unreadable) {
      throw new UnreadableProfileException(unreadable);
    }
  }

  private static boolean looksLikePayload(PlistDict dict) {
    return dict.get("AllowedTeamIdentifiers").isPresent()
        || dict.get("AllowedKernelExtensions").isPresent()
        || dict.get("AllowUserOverrides").isPresent();
  }

  /**
   * What a payload about kexts sets.
   *
   * @throws UnreadableProfileException if a value is of another kind than documented
   */
  static KextProfile payload(PlistDict payload) {
    return new KextProfile(
        isTrue(payload, "AllowUserOverrides") ? Overrides.ALLOWED : Overrides.FORBIDDEN,
        texts(payload.get("AllowedTeamIdentifiers"), "AllowedTeamIdentifiers").stream()
            .map(TeamIdentifier::new)
            .toList(),
        extensions(payload),
        isTrue(payload, "AllowNonAdminUserApprovals")
            ? Approvers.EVERYBODY
            : Approvers.ADMINISTRATORS);
  }

  private static Map<String, List<BundleIdentifier>> extensions(PlistDict payload) {
    String key = "AllowedKernelExtensions";
    Map<String, List<BundleIdentifier>> extensions = new LinkedHashMap<>();
    payload
        .get(key)
        .map(value -> dictionary(value, key).entries())
        .orElse(Map.of())
        .forEach(
            (team, list) ->
                extensions.put(
                    team,
                    texts(Optional.of(list), key).stream()
                        .map(BundleIdentifier::reported)
                        .toList()));
    return extensions;
  }

  private static boolean isTrue(PlistDict payload, String key) {
    Optional<PlistValue> value = payload.get(key);
    if (value.isPresent() && !(value.get() instanceof PlistBoolean)) {
      throw wrongKind(key, "true or false", value.get());
    }
    return payload.get(key, PlistBoolean.class).map(PlistBoolean::value).orElse(false);
  }

  private static List<String> texts(Optional<PlistValue> list, String key) {
    List<String> texts = new ArrayList<>();
    if (list.isPresent()) {
      for (PlistValue value : array(list.get(), key).values()) {
        if (!(value instanceof PlistString text)) {
          throw wrongKind(key, "a list of texts", value);
        }
        texts.add(text.value());
      }
    }
    return texts;
  }

  private static PlistArray array(PlistValue value, String key) {
    if (value instanceof PlistArray array) {
      return array;
    }
    throw wrongKind(key, "a list", value);
  }

  private static PlistDict dictionary(PlistValue value, String key) {
    if (value instanceof PlistDict dictionary) {
      return dictionary;
    }
    throw wrongKind(key, "made of dictionaries", value);
  }

  private static UnreadableProfileException wrongKind(String key, String wanted, PlistValue value) {
    return new UnreadableProfileException(
        "%s is %s, and here is a %s.".formatted(key, wanted, value.kind()));
  }
}
