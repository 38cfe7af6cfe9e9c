package io.github.kextmanager.testing.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The kernel's list of loaded kexts, in load order, and who links against whom. A table that was
 * adopted may name a kext twice: the first counts.
 */
final class LoadedImages {
  private final Set<LoadedImage> inOrder = new LinkedHashSet<>();
  private final Map<String, List<LoadedImage>> byIdentifier = new HashMap<>();
  private final Map<Integer, List<LoadedImage>> byTag = new HashMap<>();

  List<LoadedImage> all() {
    return List.copyOf(inOrder);
  }

  List<KextInfo> infos() {
    return inOrder.stream().map(LoadedImage::toInfo).toList();
  }

  Optional<LoadedImage> find(String identifier) {
    return byIdentifier.getOrDefault(identifier, List.of()).stream().findFirst();
  }

  /** The load tags of kexts by their identifiers; those that are not loaded are left out. */
  List<OptionalInt> tags(List<String> identifiers) {
    return identifiers.stream()
        .flatMap(identifier -> find(identifier).stream())
        .map(image -> image.asLoaded().tag())
        .toList();
  }

  /** Adds a kext that was loaded elsewhere: its references are in what is known of it. */
  void adopt(LoadedImage image) {
    KextInfo info = image.asLoaded();
    inOrder.add(image);
    info.identifier().ifPresent(name -> entry(byIdentifier, name).add(image));
    info.tag().ifPresent(tag -> entry(byTag, tag).add(image));
  }

  void add(LoadedImage image) {
    adopt(image);
    librariesOf(image).forEach(LoadedImage::retain);
  }

  void remove(LoadedImage image) {
    KextInfo info = image.asLoaded();
    inOrder.remove(image);
    info.identifier().ifPresent(name -> entry(byIdentifier, name).remove(image));
    info.tag().ifPresent(tag -> entry(byTag, tag).remove(image));
    librariesOf(image).forEach(LoadedImage::release);
  }

  private List<LoadedImage> librariesOf(LoadedImage image) {
    return image.asLoaded().dependencies().stream()
        .filter(OptionalInt::isPresent)
        .flatMap(tag -> byTag.getOrDefault(tag.getAsInt(), List.of()).stream())
        .toList();
  }

  private static <K> List<LoadedImage> entry(Map<K, List<LoadedImage>> index, K key) {
    return index.computeIfAbsent(key, any -> new ArrayList<>(1));
  }
}
