package io.github.kextmanager.testing.daemon;

import io.github.kextmanager.testing.disk.Disk;
import io.github.kextmanager.testing.disk.KextOnDisk;
import io.github.kextmanager.testing.disk.MachO;
import io.github.kextmanager.testing.disk.Ownership.Owner;
import io.github.kextmanager.testing.kernel.CpuType;
import io.github.kextmanager.testing.kernel.Platform;
import io.github.kextmanager.testing.kernel.Releases;
import io.github.kextmanager.testing.library.KextCatalog;
import io.github.kextmanager.testing.library.KextLibrary;
import io.github.kextmanager.testing.policy.Permissions;
import io.github.kextmanager.testing.policy.Signatures;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether the kernel management daemon would take a bundle into a collection, as far as the bundle
 * itself is concerned.
 */
final class BundleReview {
  private static final Path STAGING = Path.of("/private/var/db/KernelExtensionManagement/Staging");

  private static final List<Path> FOLDERS_OF_11_0 =
      List.of(
          Path.of("/System/Library/Extensions"),
          Path.of("/Library/Apple/System/Library/Extensions"),
          Path.of("/Library/Extensions"),
          Path.of("/Library/StagedExtensions"),
          STAGING);

  private final Platform platform;
  private final Disk disk;
  private final Permissions permissions;
  private final Signatures signatures;

  BundleReview(Platform platform, Disk disk, Signatures signatures) {
    this.platform = platform;
    this.disk = disk;
    this.permissions = new Permissions(disk);
    this.signatures = signatures;
  }

  Optional<KmError> problem(KextOnDisk kext, KextCatalog catalog, KextLibrary library) {
    return ownProblem(kext, catalog, library).or(() -> missingLibrary(kext, library));
  }

  /** What is wrong with it alone, whatever it needs. */
  Optional<KmError> ownProblem(KextOnDisk kext, KextCatalog catalog, KextLibrary library) {
    return excluded(kext, catalog)
        .or(() -> badFolder(kext))
        .or(() -> badOwner(kext))
        .or(() -> badProperties(kext, library))
        .or(() -> badSignature(kext))
        .or(() -> wrongArchitecture(kext));
  }

  private Optional<KmError> excluded(KextOnDisk kext, KextCatalog catalog) {
    boolean excluded =
        catalog.excludeList().excludes(kext.identifier(), kext.versionText(), platform.release());
    return excluded
        ? Optional.of(KmError.excluded(name(kext) + " at " + kext.path()))
        : Optional.empty();
  }

  /** Only 11.0 is known to have said so; later kexts load from anywhere. */
  private Optional<KmError> badFolder(KextOnDisk kext) {
    if (platform.release().isAtLeast(Releases.BIG_SUR_UPDATE)
        || FOLDERS_OF_11_0.stream().anyMatch(folder -> kext.path().startsWith(folder))) {
      return Optional.empty();
    }
    var text =
        new StringBuilder(
            "Validating extension failed: %s at %s:\n\n".formatted(name(kext), kext.path()));
    text.append("Filesystem error: Invalid directory for ")
        .append("%s at %s. Should appear in one of:\n".formatted(bundle(kext), kext.path()));
    FOLDERS_OF_11_0.forEach(folder -> text.append('\t').append(folder).append('\n'));
    return Optional.of(new KmError(KmError.NOT_VALID, text.toString()));
  }

  private Optional<KmError> badOwner(KextOnDisk kext) {
    List<Path> offenders = permissions.offenders(kext.path());
    if (offenders.isEmpty()) {
      return Optional.empty();
    }
    var text = new StringBuilder(subject("Validating extension failed", kext));
    offenders.forEach(path -> text.append(filesystemError(kext, path)).append('\n'));
    return Optional.of(new KmError(KmError.NOT_VALID, text.toString()));
  }

  private String filesystemError(KextOnDisk kext, Path path) {
    Path staged = staged(kext).resolve(kext.path().relativize(path).toString());
    Owner owner = disk.ownership().owner(path);
    // The wording for a mode is ours; only that for an owner has been published.
    return owner.isRootWheel()
        ? "Filesystem error: Invalid permissions on " + staged
        : "Filesystem error: Invalid ownership (%d:%d) should be (0:0) on %s"
            .formatted(owner.uid(), owner.gid(), staged);
  }

  private Optional<KmError> badProperties(KextOnDisk kext, KextLibrary library) {
    if (library.isValid(kext)) {
      return Optional.empty();
    }
    // What stands between the brackets is ours; a real one names the rule.
    return Optional.of(
        new KmError(
            KmError.NOT_VALID,
            subject("Validating extension failed", kext)
                + "Extension '%s' has invalid properties: [malformed]\n"
                    .formatted(kext.identifier())));
  }

  private Optional<KmError> badSignature(KextOnDisk kext) {
    return !signatures.accept(kext)
        ? Optional.of(
            new KmError(
                KmError.NOT_AUTHENTIC,
                subject("Authenticating extension failed", kext)
                    + "Authenticating extension failed: Bad code signature"))
        : Optional.empty();
  }

  private Optional<KmError> wrongArchitecture(KextOnDisk kext) {
    if (kext.supports(platform.architecture())) {
      return Optional.empty();
    }
    List<MachO.Slice> slices = kext.executable().map(MachO::slices).orElse(List.of());
    return Optional.of(
        new KmError(
            KmError.OTHER,
            slices.size() > 1
                ? "Incompatible architecture: Cannot find %s in fat binary".formatted(wanted())
                : "Incompatible architecture: Binary is for %s, but needed arch %s"
                    .formatted(only(slices), wanted())));
  }

  private static String only(List<MachO.Slice> slices) {
    return slices.isEmpty() ? "an unknown architecture" : slices.get(0).cpu().columnText();
  }

  /** What was {@code arm64e} in the first release is {@code arm64} later. */
  private String wanted() {
    boolean later = platform.release().isAtLeast(Releases.MONTEREY);
    return later && platform.architecture().equals(CpuType.ARM64E)
        ? CpuType.ARM64.columnText()
        : platform.architecture().columnText();
  }

  static Optional<KmError> missingLibrary(KextOnDisk kext, KextLibrary library) {
    return library
        .missingLibrary(kext)
        .map(
            missing ->
                new KmError(
                    KmError.OTHER,
                    "Unable to resolve dependencies: '%s' names a dependency on '%s', which was not found."
                        .formatted(missing.neededBy().identifier(), missing.identifier())));
  }

  private String subject(String what, KextOnDisk kext) {
    return "%s: %s at %s:\n\n".formatted(what, name(kext), staged(kext));
  }

  private String name(KextOnDisk kext) {
    return "%s %s v%s in %s"
        .formatted(
            platform.release().isAtLeast(Releases.BIG_SUR_UPDATE) ? "Kext" : "KernelExtension",
            kext.identifier(),
            kext.versionText(),
            bundle(kext));
  }

  private static String bundle(KextOnDisk kext) {
    return "%s kext bundle %s"
        .formatted(kext.declaresExecutable() ? "executable" : "codeless", kext.identifier());
  }

  /** The copy that the daemon looks at; the six characters of a real one are random. */
  private static Path staged(KextOnDisk kext) {
    String suffix =
        String.format(Locale.ROOT, "%06x", kext.path().toString().hashCode() & 0xffffff);
    return STAGING
        .resolve(kext.identifier() + "." + suffix)
        .resolve(String.valueOf(kext.path().getFileName()));
  }
}
