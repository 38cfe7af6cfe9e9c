package io.github.kextmanager.testing.doctor;

import io.github.kextmanager.model.BootMode;
import io.github.kextmanager.testing.Chip;
import io.github.kextmanager.testing.SimulatedMac;
import io.github.kextmanager.testing.TestKext;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/** What is wrong with the kext or with the Mac, in one column of the matrix. */
enum Defect {
  NOTHING(kext -> kext),
  CERTIFIED(kext -> kext.certifiedFor(TestKext.TEAM)),
  CERTIFIED_FOR_OTHERS(kext -> kext.certifiedForApplicationsAlone(TestKext.TEAM)),
  UNSIGNED(TestKext::unsigned),
  AD_HOC(TestKext::adHocSigned),
  TAMPERED(TestKext::tampered),
  MALFORMED(kext -> kext.property("CFBundleVersion", "one")),
  MISSING_LIBRARY(kext -> kext.needing("com.example.Nowhere", "1.0")),
  OTHER_CHIP(kext -> kext),
  ELSEWHERE(kext -> kext.at(Path.of("/Users/Shared/Widget.kext"))),
  WRONG_OWNER(kext -> kext, (mac, kext) -> mac.changeOwner(kext.path(), 501, 20)),
  WRONG_MODE(kext -> kext, (mac, kext) -> mac.changeMode(kext.path(), 0777)),
  EXCLUDED(kext -> kext, (mac, kext) -> mac.policy().exclude(kext.identifier(), "LE 2.0")),
  EXCLUDED_OLDER(kext -> kext, (mac, kext) -> mac.policy().exclude(kext.identifier(), "LT 1.0.0")),
  SAFE_BOOT(kext -> kext, (mac, kext) -> mac.restart(BootMode.SAFE)),
  OTHER_VERSION_LOADED(kext -> kext),
  LOADED(kext -> kext);

  @SuppressWarnings("ImmutableEnumChecker") // None of them keeps anything.
  private final UnaryOperator<TestKext> ofKext;

  @SuppressWarnings("ImmutableEnumChecker") // None of them keeps anything.
  private final BiConsumer<SimulatedMac, TestKext> ofMac;

  Defect(UnaryOperator<TestKext> ofKext) {
    this(ofKext, (mac, kext) -> {});
  }

  Defect(UnaryOperator<TestKext> ofKext, BiConsumer<SimulatedMac, TestKext> ofMac) {
    this.ofKext = ofKext;
    this.ofMac = ofMac;
  }

  TestKext of(TestKext kext, Chip chip) {
    return this == OTHER_CHIP
        ? kext.onlyFor(chip == Chip.INTEL ? Chip.APPLE_SILICON : Chip.INTEL)
        : ofKext.apply(kext);
  }

  void strike(SimulatedMac mac, TestKext kext) {
    ofMac.accept(mac, kext);
  }

  /** Not the variants of another one. */
  boolean isTriedEverywhere() {
    return switch (this) {
      case CERTIFIED_FOR_OTHERS,
          AD_HOC,
          TAMPERED,
          WRONG_MODE,
          EXCLUDED_OLDER,
          MALFORMED,
          ELSEWHERE ->
          false;
      default -> true;
    };
  }
}
