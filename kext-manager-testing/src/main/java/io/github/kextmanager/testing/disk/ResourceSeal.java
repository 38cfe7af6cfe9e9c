package io.github.kextmanager.testing.disk;

import io.github.kextmanager.plist.PlistBoolean;
import io.github.kextmanager.plist.PlistData;
import io.github.kextmanager.plist.PlistDict;
import io.github.kextmanager.plist.PlistReader;
import io.github.kextmanager.plist.PlistValue;
import io.github.kextmanager.plist.UnreadablePlistException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * Compares the resources of a bundle with the hashes in {@code CodeResources}. A file that was
 * changed or is missing breaks the seal; one that was added does not, though it may on a Mac, and
 * what is nested in the bundle is not looked at.
 *
 * @param disk where the bundle lies
 * @param support its folder with the Info.plist
 */
record ResourceSeal(Disk disk, Path support) {

  boolean holds() {
    Optional<byte[]> file = disk.read(support.resolve("_CodeSignature/CodeResources"));
    if (file.isEmpty()) {
      return true;
    }
    try {
      return PlistReader.read(file.get()) instanceof PlistDict root
          && root.get("files2", PlistDict.class)
              .map(files -> files.entries().entrySet().stream().allMatch(this::matches))
              .orElse(true);
    } catch (UnreadablePlistException e) {
      return false;
    }
  }

  private boolean matches(Map.Entry<String, PlistValue> listed) {
    if (!(listed.getValue() instanceof PlistDict entry)) {
      return true;
    }
    Optional<PlistData> hash = entry.get("hash2", PlistData.class);
    if (hash.isEmpty()) {
      return true;
    }
    return disk.read(support.resolve(listed.getKey()))
        .map(bytes -> Arrays.equals(hash.get().bytes(), sha256(bytes)))
        .orElseGet(() -> isOptional(entry));
  }

  private static boolean isOptional(PlistDict entry) {
    return entry.get("optional", PlistBoolean.class).filter(PlistBoolean::value).isPresent();
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every JDK has SHA-256.", impossible);
    }
  }
}
