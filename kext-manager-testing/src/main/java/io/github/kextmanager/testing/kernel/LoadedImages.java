package io.github.kextmanager.testing.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The kernel's list of loaded kexts, in load order, and who links against whom. */
final class LoadedImages {
  private final List<LoadedImage> images = new ArrayList<>();

  List<KextInfo> infos() {
    return images.stream().map(LoadedImage::toInfo).toList();
  }

  Optional<LoadedImage> find(String identifier) {
    return images.stream().filter(image -> image.is(identifier)).findFirst();
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
    images.add(image);
  }

  void add(LoadedImage image) {
    images.add(image);
    librariesOf(image).forEach(LoadedImage::retain);
  }

  void remove(LoadedImage image) {
    images.remove(image);
    librariesOf(image).forEach(LoadedImage::release);
  }

  private List<LoadedImage> librariesOf(LoadedImage image) {
    return image.asLoaded().dependencies().stream()
        .flatMap(tag -> images.stream().filter(other -> other.hasTag(tag)))
        .toList();
  }
}
