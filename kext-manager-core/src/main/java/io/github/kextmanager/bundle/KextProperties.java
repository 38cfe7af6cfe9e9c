package io.github.kextmanager.bundle;

import io.github.kextmanager.model.Architecture;
import io.github.kextmanager.plist.PlistDict;
import io.github.kextmanager.plist.PlistValue;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
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

  /** The names of architectures that some key has. Nearly always there are none. */
  private final Set<String> architectures;

  private KextProperties(Map<String, Property<?>> properties, Set<String> architectures) {
    this.properties = Collections.unmodifiableMap(properties);
    this.architectures = architectures;
  }

  /** The same as a property list says. */
  static KextProperties of(PlistDict root) {
    Map<String, Property<?>> properties = new HashMap<>();
    Map<String, PlistValue> personalities = new HashMap<>();
    Set<String> architectures = new HashSet<>();
    root.entries()
        .forEach(
            (name, value) -> {
              KextKey<?> key = keyOf(name);
              if (key == null) {
                return;
              }
              // The same text as that of the key is found faster than an equal one.
              String itsName = name.equals(key.name()) ? key.name() : name;
              if (itsName.length() > key.name().length()) {
                architectures.add(itsName.substring(key.name().length() + 1));
              }
              if (key == KextKey.PERSONALITIES) {
                personalities.put(itsName, value);
              } else {
                properties.put(itsName, key.type().read(value));
              }
            });
    KextProperties all = new KextProperties(properties, Set.copyOf(architectures));
    personalities.forEach(
        (name, value) -> properties.put(name, all.notable(PropertyType.PERSONALITIES.read(value))));
    return all;
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
    String generic = architecture.generic().name();
    if (key.canBeForAnArchitecture() && architectures.contains(generic)) {
      Property<T> specific = at(key.name() + "_" + generic);
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
