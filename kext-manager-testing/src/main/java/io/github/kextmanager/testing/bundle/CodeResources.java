package io.github.kextmanager.testing.bundle;

import io.github.kextmanager.testing.disk.InfoPlistText;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes {@code _CodeSignature/CodeResources}: the hashes of the resources of a bundle. */
final class CodeResources {
  private static final Map<String, Boolean> RULES = Map.of("^Resources/", true);

  private CodeResources() {}

  /** {@code resources} are the files by their paths below the folder with the Info.plist. */
  static byte[] of(Map<String, byte[]> resources) {
    Map<String, Object> files = new LinkedHashMap<>();
    Map<String, Object> files2 = new LinkedHashMap<>();
    resources.forEach(
        (path, bytes) -> {
          files.put(path, sha1(bytes));
          files2.put(path, Map.of("hash2", Sha256.of(bytes)));
        });
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("files", files);
    root.put("files2", files2);
    root.put("rules", RULES);
    root.put("rules2", RULES);
    return InfoPlistText.bytes(root);
  }

  private static byte[] sha1(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-1").digest(bytes);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every JDK has SHA-1.", impossible);
    }
  }
}
