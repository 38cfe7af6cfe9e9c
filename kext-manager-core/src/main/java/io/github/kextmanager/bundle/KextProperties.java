package io.github.kextmanager.bundle;

import io.github.kextmanager.model.Architecture;
import io.github.kextmanager.plist.PlistDict;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the Info.plist of a kext says under the {@linkplain KextKey keys} that mean something to
 * macOS. The rest of it is not kept, and of the personalities, which are most of it, only those
 * that somebody may have something to say about.
 *
 * <p>Immutable.
 */
public final class KextProperties {
  /** The names that a key can end in: never {@code x86_64h} or {@code arm64e}. */
  private static final Set<String> ARCHITECTURES = Set.of("ppc", "i386", "x86_64", "arm", "arm64");

  /** By the whole key, with the name of an architecture if it has one. */
  private final Map<String, Property<?>> properties;

  private KextProperties(Map<String, Property<?>> properties) {
    this.properties = Map.copyOf(properties);
  }

  /** The same as a property list says. */
  static KextProperties of(PlistDict root) {
    Map<String, Property<?>> properties = new HashMap<>();
    root.entries()
        .forEach(
            (name, value) -> {
              KextKey<?> key = keyOf(name);
              if (key != null && key != KextKey.PERSONALITIES) {
                properties.put(name, key.type().read(value));
              }
            });
    KextProperties all = new KextProperties(properties);
    root.entries()
        .forEach(
            (name, value) -> {
              if (keyOf(name) == KextKey.PERSONALITIES) {
                properties.put(name, all.notable(PropertyType.PERSONALITIES.read(value)));
              }
            });
    return new KextProperties(properties);
  }

  private Property<Map<String, Property<Personality>>> notable(
      Property<Map<String, Property<Personality>>> personalities) {
    boolean isDriver = get(KextKey.PACKAGE_TYPE).equals(new Property.Present<>("DEXT"));
    Property<String> identifier = get(KextKey.IDENTIFIER);
    return personalities
        .asOptional()
        .<Property<Map<String, Property<Personality>>>>map(
            named -> {
              Map<String, Property<Personality>> notable = new LinkedHashMap<>(named);
              notable
                  .values()
                  .removeIf(
                      personality ->
                          personality
                              .asOptional()
                              .filter(it -> it.isOrdinary(identifier, isDriver))
                              .isPresent());
              return new Property.Present<>(
                  notable.isEmpty() ? Map.of() : Collections.unmodifiableMap(notable));
            })
        .orElse(personalities);
  }

  /** The key that a name stands for, with or without an architecture; null if it means nothing. */
  static @Nullable KextKey<?> keyOf(String name) {
    KextKey<?> key = KextKey.byName().get(plain(name));
    boolean counts = key != null && (name.equals(key.name()) || key.canBeForAnArchitecture());
    return counts ? key : null;
  }

  /** The key without the name of an architecture. */
  private static String plain(String name) {
    int end = name.indexOf('_');
    return end > 0 && ARCHITECTURES.contains(name.substring(end + 1))
        ? name.substring(0, end)
        : name;
  }

  /**
   * What stands under a key by itself, whatever there is for an architecture.
   *
   * @param key the key
   * @param <T> what belongs under it
   * @return what stands there
   */
  public <T> Property<T> get(KextKey<T> key) {
    return at(key.name());
  }

  /**
   * What stands under a key on an architecture.
   *
   * @param key the key
   * @param architecture the architecture of the kernel; its {@linkplain Architecture#generic
   *     generic} name counts
   * @param <T> what belongs under it
   * @return what stands under the key for the architecture, or else under the plain one
   */
  public <T> Property<T> get(KextKey<T> key, Architecture architecture) {
    if (key.canBeForAnArchitecture()) {
      Property<T> specific = at(key.name() + "_" + architecture.generic().name());
      if (!specific.isAbsent()) {
        return specific;
      }
    }
    return get(key);
  }

  /** A property was read by the type of its key, so it has that of the key. */
  @SuppressWarnings("unchecked")
  private <T> Property<T> at(String name) {
    Property<?> property = properties.get(name);
    return property == null ? Property.absent() : (Property<T>) property;
  }

  /** Whether a key is there, by itself or for any architecture. */
  boolean isSomewhere(KextKey<?> key) {
    return properties.keySet().stream()
        .anyMatch(name -> name.equals(key.name()) || name.startsWith(key.name() + "_"));
  }

  /** All properties, by their whole keys. */
  Map<String, Property<?>> all() {
    return properties;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof KextProperties others && properties.equals(others.properties);
  }

  @Override
  public int hashCode() {
    return properties.hashCode();
  }

  /** Returns the properties by their keys. */
  @Override
  public String toString() {
    return properties.toString();
  }
}
