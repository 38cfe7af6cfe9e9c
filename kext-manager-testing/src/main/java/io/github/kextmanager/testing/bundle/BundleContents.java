package io.github.kextmanager.testing.bundle;

import io.github.kextmanager.testing.disk.Disk;
import io.github.kextmanager.testing.disk.KextScript;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is written for a kext.
 *
 * @param path where it lies on the Mac
 * @param info its property list
 * @param code its executable, if the property list names one
 * @param script what only a test knows
 * @param layout where in the bundle its files lie
 * @param signing who signed it
 * @param seal whether it was changed since
 */
public record BundleContents(
    Path path,
    Map<String, Object> info,
    Executable code,
    KextScript script,
    Layout layout,
    Signing signing,
    Seal seal) {
  /** The key that names the executable. */
  public static final String EXECUTABLE = "CFBundleExecutable";

  /** Where in a bundle its files lie. */
  public enum Layout {
    /** Below {@code Contents}. */
    STANDARD,
    /** At the top. */
    FLAT
  }

  /**
   * The same in another place.
   *
   * @param bundle where it lies on the Mac
   * @return the contents
   */
  public BundleContents at(Path bundle) {
    return new BundleContents(bundle, info, code, script, layout, signing, seal);
  }

  /**
   * The same with an entry in its property list.
   *
   * @param key the key
   * @param value a text, a boolean, bytes or a map of the same
   * @return the contents
   */
  public BundleContents with(String key, Object value) {
    Map<String, Object> changed = new LinkedHashMap<>(info);
    changed.put(key, value);
    return new BundleContents(path, changed, code, script, layout, signing, seal);
  }

  /**
   * The same with an entry in a dictionary of its property list.
   *
   * @param key the key of the dictionary, which is made if it is missing
   * @param name the key in it
   * @param value the value
   * @return the contents
   */
  public BundleContents withEntry(String key, String name, Object value) {
    Map<String, Object> entries = new LinkedHashMap<>();
    if (info.get(key) instanceof Map<?, ?> present) {
      present.forEach((known, its) -> entries.put(String.valueOf(known), its));
    }
    entries.put(name, value);
    return with(key, entries);
  }

  /**
   * The same without a key in its property list.
   *
   * @param key the key
   * @return the contents
   */
  public BundleContents without(String key) {
    Map<String, Object> changed = new LinkedHashMap<>(info);
    changed.remove(key);
    return new BundleContents(path, changed, code, script, layout, signing, seal);
  }

  /**
   * The same with other code.
   *
   * @param changed the code
   * @return the contents
   */
  public BundleContents with(Executable changed) {
    return new BundleContents(path, info, changed, script, layout, signing, seal);
  }

  /**
   * The same with another script.
   *
   * @param changed the script
   * @return the contents
   */
  public BundleContents with(KextScript changed) {
    return new BundleContents(path, info, code, changed, layout, signing, seal);
  }

  /**
   * The same with another layout.
   *
   * @param changed the layout
   * @return the contents
   */
  public BundleContents with(Layout changed) {
    return new BundleContents(path, info, code, script, changed, signing, seal);
  }

  /**
   * The same, signed by somebody else.
   *
   * @param changed who signed it
   * @return the contents
   */
  public BundleContents with(Signing changed) {
    return new BundleContents(path, info, code, script, layout, changed, seal);
  }

  /**
   * The same, changed since it was signed, or not.
   *
   * @param changed whether it was
   * @return the contents
   */
  public BundleContents with(Seal changed) {
    return new BundleContents(path, info, code, script, layout, signing, changed);
  }

  /**
   * Its bundle identifier.
   *
   * @return what its property list says, which may be no identifier
   */
  public String identifier() {
    return String.valueOf(info.get("CFBundleIdentifier"));
  }

  /**
   * Writes it over what lies in its place.
   *
   * @param disk where to
   */
  public void writeTo(Disk disk) {
    new BundleWriter(this, disk).write();
  }
}
