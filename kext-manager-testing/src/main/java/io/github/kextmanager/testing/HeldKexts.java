package io.github.kextmanager.testing;

import io.github.kextmanager.model.KextSnapshot;
import io.github.kextmanager.model.LoadedKext;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.kernel.KernelView;
import io.github.kextmanager.testing.kernel.KextInfo;
import io.github.kextmanager.testing.library.ExtensionFolders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The kexts of a real Mac, by its table of loaded kexts: what the kernel holds from the start on,
 * and the bundles that such a Mac must have on its disk.
 */
final class HeldKexts {
  private static final Path APPLE_FOLDER = Path.of("/System/Library/Extensions");

  private static final String PRIVATE = "com.apple.kpi.private";
  private static final String COPYRIGHT = "Copyright \u00a9 2000 Apple Inc. All rights reserved.";

  /** A Mac about which nothing of the kind is known. */
  static final HeldKexts NONE = new HeldKexts(List.of());

  private final List<LoadedKext> kexts;

  private HeldKexts(List<LoadedKext> kexts) {
    this.kexts = kexts;
  }

  static HeldKexts of(KextSnapshot snapshot) {
    return new HeldKexts(snapshot.kexts());
  }

  /** What the kernel holds at the first start: every row. */
  List<KextInfo> rows() {
    return kexts.stream().map(KernelView::info).toList();
  }

  /** Whether no table was given; one that was may be empty. */
  boolean isUnknown() {
    return this == NONE;
  }

  /** The processor whose addresses these are, if there are any. */
  Optional<Chip> chip() {
    return kexts.stream()
        .flatMap(kext -> kext.address().stream().boxed())
        .filter(address -> address != 0)
        .findFirst()
        .map(HeldKexts::chipOf);
  }

  private static Chip chipOf(long address) {
    if (address >>> 32 == 0) {
      return Chip.INTEL_32;
    }
    return address >>> 40 == 0xfffffeL ? Chip.APPLE_SILICON : Chip.INTEL;
  }

  /** A bundle for each kext whose identifier can be one. */
  List<TestKext> bundles(MacOsVersion release) {
    Map<Integer, String> identifiers = identifiersByTag();
    List<TestKext> bundles = new ArrayList<>();
    Set<Path> taken = new HashSet<>();
    for (LoadedKext kext : kexts) {
      if (kext.identifier().isWellFormed()) {
        TestKext bundle = bundle(kext, identifiers, release);
        boolean free = taken.add(bundle.path());
        bundles.add(
            free ? bundle : bundle.at(folder(kext, release).resolve(kext.identifier() + ".kext")));
      }
    }
    return bundles;
  }

  private static TestKext bundle(
      LoadedKext kext, Map<Integer, String> identifiers, MacOsVersion release) {
    TestKext bundle = TestKext.like(kext).compatibleFrom("0");
    Path name = bundle.path().getFileName();
    if (KernelView.isKernelPart(kext)) {
      return bundle
          .without("OSBundleLibraries")
          .property("OSKernelResource", true)
          .at(AppleKexts.kernelPartPath(String.valueOf(name)))
          .flat();
    }
    for (String library : librariesOf(kext, identifiers)) {
      bundle = bundle.needing(library, "0");
    }
    return isOfApple(kext)
        ? bundle
            .property("NSHumanReadableCopyright", COPYRIGHT)
            .at(APPLE_FOLDER.resolve(name))
            .flat()
        : bundle.matchesHardware().at(folder(kext, release).resolve(name));
  }

  private static List<String> librariesOf(LoadedKext kext, Map<Integer, String> identifiers) {
    return kext.linkedAgainst().orElse(List.of()).stream()
        .flatMap(Optional::stream)
        .map(tag -> identifiers.get(tag.value()))
        .filter(identifier -> identifier != null)
        // Only kexts of Apple can name it; others got it through a library without code.
        .filter(identifier -> isOfApple(kext) || !identifier.equals(PRIVATE))
        .toList();
  }

  private Map<Integer, String> identifiersByTag() {
    Map<Integer, String> identifiers = new HashMap<>();
    kexts.forEach(
        kext ->
            kext.tag().ifPresent(tag -> identifiers.put(tag.value(), kext.identifier().value())));
    return identifiers;
  }

  private static Path folder(LoadedKext kext, MacOsVersion release) {
    return isOfApple(kext) ? APPLE_FOLDER : ExtensionFolders.ofOthers(release);
  }

  private static boolean isOfApple(LoadedKext kext) {
    return kext.identifier().value().startsWith("com.apple.");
  }
}
