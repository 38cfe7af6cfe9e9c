package io.github.kextmanager.testing.kernel;

import io.github.kextmanager.model.Architecture;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.KextSnapshot;
import io.github.kextmanager.model.LoadTag;
import io.github.kextmanager.model.LoadedKext;
import io.github.kextmanager.model.ReportedVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What the simulated kernel holds, as the library's own values, and back. */
public final class KernelView {
  private KernelView() {}

  /**
   * What the kernel holds.
   *
   * @param takenAt when it was looked at
   * @param kexts what it told
   * @return the same as a snapshot
   */
  public static KextSnapshot snapshot(Instant takenAt, List<KextInfo> kexts) {
    return new KextSnapshot(takenAt, kexts.stream().map(KernelView::loadedKext).toList());
  }

  private static LoadedKext loadedKext(KextInfo info) {
    return new LoadedKext(
        tag(info.tag()),
        info.references(),
        info.address(),
        unsigned(info.size()),
        unsigned(info.wired()),
        info.architecture().map(Architecture::new),
        BundleIdentifier.reported(info.identifier().orElse("")),
        new ReportedVersion(info.version().orElse("")),
        info.uuid(),
        Optional.of(info.dependencies().stream().map(KernelView::tag).toList()));
  }

  /**
   * What a kernel must hold for its table to show a kext.
   *
   * @param kext the kext
   * @return what the kernel would tell
   */
  public static KextInfo info(LoadedKext kext) {
    String identifier = kext.identifier().value();
    List<OptionalInt> dependencies = new ArrayList<>();
    kext.linkedAgainst().ifPresent(tags -> tags.forEach(tag -> dependencies.add(number(tag))));
    return new KextInfo(
        Optional.of(identifier),
        Optional.of(kext.version().text()),
        number(kext.tag()),
        kext.references(),
        kext.address(),
        bits(kext.sizeBytes()),
        bits(kext.wiredBytes()),
        kext.architecture().map(Architecture::name),
        kext.uuid(),
        dependencies,
        isKernelPart(kext));
  }

  /**
   * Whether a kext is a part of the kernel. The table does not say it, but only these are.
   *
   * @param kext the kext
   * @return true if it is
   */
  public static boolean isKernelPart(LoadedKext kext) {
    return kext.identifier().value().startsWith("com.apple.kpi.");
  }

  private static Optional<LoadTag> tag(OptionalInt tag) {
    return tag.isPresent() ? Optional.of(new LoadTag(tag.getAsInt())) : Optional.empty();
  }

  private static OptionalInt number(Optional<LoadTag> tag) {
    return tag.map(present -> OptionalInt.of(present.value())).orElse(OptionalInt.empty());
  }

  private static OptionalLong unsigned(OptionalInt bits) {
    return bits.isPresent()
        ? OptionalLong.of(Integer.toUnsignedLong(bits.getAsInt()))
        : OptionalLong.empty();
  }

  private static OptionalInt bits(OptionalLong unsigned) {
    return unsigned.isPresent() ? OptionalInt.of((int) unsigned.getAsLong()) : OptionalInt.empty();
  }
}
