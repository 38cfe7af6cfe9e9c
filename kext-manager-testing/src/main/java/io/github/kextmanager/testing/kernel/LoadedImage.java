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
    this(new ImageState(asLoaded, code, code.instances(), 0));
  }

  LoadedImage(ImageState state) {
    this.asLoaded = state.asLoaded();
    this.code = state.code();
    this.instances = new TreeMap<>(state.instances());
    this.newReferences = state.newReferences();
  }

  ImageState state() {
    return new ImageState(asLoaded, code, instances, newReferences);
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

  boolean isReferenced() {
    return asLoaded.references().orElse(0) + newReferences > 0;
  }

  boolean isIdle() {
    return code.idle() == KextCode.Idle.UNLOADS && !isReferenced() && instances.isEmpty();
  }

  void retain() {
    newReferences++;
  }

  void release() {
    newReferences--;
  }

  /** What the kernel tells about it now: only the references change while it is loaded. */
  KextInfo toInfo() {
    return newReferences == 0
        ? asLoaded
        : asLoaded.withReferences(OptionalInt.of(asLoaded.references().orElse(0) + newReferences));
  }
}
