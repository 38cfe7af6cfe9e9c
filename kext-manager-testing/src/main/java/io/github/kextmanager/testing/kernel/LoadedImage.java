package io.github.kextmanager.testing.kernel;

import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** A kext in the kernel's list: what is told about it, how its code behaves, and who uses it. */
final class LoadedImage {
  private final KextInfo asLoaded;
  private final KextCode code;
  private final Map<String, Integer> instances;
  private int newReferences;

  LoadedImage(KextInfo asLoaded, KextCode code) {
    this.asLoaded = asLoaded;
    this.code = code;
    this.instances = new TreeMap<>(code.instances());
  }

  KextInfo asLoaded() {
    return asLoaded;
  }

  KextCode code() {
    return code;
  }

  /** Live instances by class; a class without any is absent. */
  Map<String, Integer> instances() {
    return instances;
  }

  boolean is(String identifier) {
    return asLoaded.identifier().filter(identifier::equals).isPresent();
  }

  boolean hasTag(OptionalInt tag) {
    return tag.isPresent() && tag.equals(asLoaded.tag());
  }

  boolean isReferenced() {
    return asLoaded.references().orElse(0) + newReferences > 0;
  }

  void retain() {
    newReferences++;
  }

  void release() {
    newReferences--;
  }

  /** What the kernel tells about it now: only the references change while it is loaded. */
  KextInfo toInfo() {
    if (newReferences == 0) {
      return asLoaded;
    }
    return new KextInfo(
        asLoaded.identifier(),
        asLoaded.version(),
        asLoaded.tag(),
        OptionalInt.of(asLoaded.references().orElse(0) + newReferences),
        asLoaded.address(),
        asLoaded.size(),
        asLoaded.wired(),
        asLoaded.architecture(),
        asLoaded.uuid(),
        asLoaded.dependencies(),
        asLoaded.kernelResource());
  }
}
