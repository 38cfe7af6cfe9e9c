package io.github.kextmanager.validation;

import io.github.kextmanager.bundle.KextBundle;
import io.github.kextmanager.bundle.KextFacts;
import io.github.kextmanager.bundle.KextKey;
import io.github.kextmanager.bundle.Property;
import io.github.kextmanager.model.TargetMac;

/**
 * A kext and what a Mac takes it for, which all checks want to know and nobody works out twice.
 *
 * @param bundle the kext
 * @param target the Mac
 * @param facts what the Mac takes it for
 */
record KextOnMac(KextBundle bundle, TargetMac target, KextFacts facts) {
  static KextOnMac of(KextBundle bundle, TargetMac target) {
    return new KextOnMac(bundle, target, bundle.on(target));
  }

  /** What stands under a key on the Mac. */
  <T> Property<T> get(KextKey<T> key) {
    return bundle.properties().get(key, target.architecture());
  }

  /** Whether the Mac has what came with a release. */
  boolean has(Since since) {
    return since.holdsIn(target.release());
  }
}
