package io.github.kextmanager.testing;

import io.github.kextmanager.testing.disk.Disk;
import io.github.kextmanager.testing.disk.InfoPlistText;
import io.github.kextmanager.testing.disk.KextScript;
import io.github.kextmanager.testing.disk.MachOStub;
import io.github.kextmanager.testing.kernel.CpuType;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What is written for a kext: its property list, its executable, and what only a test knows. */
record BundleContents(
    Path path,
    Map<String, Object> info,
    Optional<UUID> uuid,
    List<CpuType> architectures,
    KextScript script,
    Layout layout) {
  static final String EXECUTABLE = "CFBundleExecutable";

  /** Where in a bundle its files lie. */
  enum Layout {
    /** Below {@code Contents}. */
    STANDARD,
    /** At the top. */
    FLAT
  }

  BundleContents at(Path bundle) {
    return new BundleContents(bundle, info, uuid, architectures, script, layout);
  }

  BundleContents with(String key, Object value) {
    Map<String, Object> changed = new LinkedHashMap<>(info);
    changed.put(key, value);
    return new BundleContents(path, changed, uuid, architectures, script, layout);
  }

  /** Adds an entry to a dictionary of the property list. */
  BundleContents withEntry(String key, String name, Object value) {
    Map<String, Object> entries = new LinkedHashMap<>();
    if (info.get(key) instanceof Map<?, ?> present) {
      present.forEach((known, its) -> entries.put(String.valueOf(known), its));
    }
    entries.put(name, value);
    return with(key, entries);
  }

  BundleContents without(String key) {
    Map<String, Object> changed = new LinkedHashMap<>(info);
    changed.remove(key);
    return new BundleContents(path, changed, uuid, architectures, script, layout);
  }

  BundleContents with(Optional<UUID> changed) {
    return new BundleContents(path, info, changed, architectures, script, layout);
  }

  BundleContents with(List<CpuType> changed) {
    return new BundleContents(path, info, uuid, changed, script, layout);
  }

  BundleContents with(KextScript changed) {
    return new BundleContents(path, info, uuid, architectures, changed, layout);
  }

  BundleContents with(Layout changed) {
    return new BundleContents(path, info, uuid, architectures, script, changed);
  }

  void writeTo(Disk disk) {
    boolean flat = layout == Layout.FLAT;
    Path support = flat ? path : path.resolve("Contents");
    disk.write(support.resolve("Info.plist"), InfoPlistText.bytes(info));
    if (info.get(EXECUTABLE) instanceof String name && !name.isEmpty()) {
      Path folder = flat ? path : support.resolve("MacOS");
      disk.write(folder.resolve(name), MachOStub.bytes(architectures, uuid));
    }
    Path scriptFile = (flat ? path : support.resolve("Resources")).resolve(KextScript.FILE_NAME);
    if (script.equals(KextScript.PLAIN)) {
      disk.delete(scriptFile);
    } else {
      disk.write(scriptFile, script.toFile());
    }
  }
}
