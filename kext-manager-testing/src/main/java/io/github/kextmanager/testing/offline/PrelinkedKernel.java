package io.github.kextmanager.testing.offline;

import io.github.kextmanager.bundle.ExtensionFolders;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.disk.Disk;
import io.github.kextmanager.testing.kernel.Releases;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The file with the kernel and the kexts of a volume. It is current if it is one second younger
 * than the youngest of what it was made from (kext_tools, bootcaches.c). Here it is empty; nobody
 * starts from it.
 *
 * @param disk the disk
 * @param release the release that is on the volume
 * @param volume the volume
 */
record PrelinkedKernel(Disk disk, MacOsVersion release, Path volume) {
  private static final Path ROOT = Path.of("/");
  private static final Path KERNEL = Path.of("/System/Library/Kernels/kernel");
  private static final Path OLD_KERNEL = Path.of("/mach_kernel");
  private static final Duration YOUNGER = Duration.ofSeconds(1);

  /** Where it is on a volume. */
  static Path place(MacOsVersion release) {
    return Path.of(
        release.isAtLeast(Releases.YOSEMITE)
            ? "/System/Library/PrelinkedKernels/prelinkedkernel"
            : "/System/Library/Caches/com.apple.kext.caches/Startup/kernelcache");
  }

  /** The kernel that it is made from. */
  static Path kernel(MacOsVersion release) {
    return release.isAtLeast(Releases.YOSEMITE) ? KERNEL : OLD_KERNEL;
  }

  /** Whether the system lets nobody write there, if it protects its files. */
  static boolean isProtected(Path file) {
    return file.startsWith("/System");
  }

  /** As messages name it: up to 10.9 without the volume. */
  String shown() {
    return (release.isAtLeast(Releases.YOSEMITE) ? volume.toString() : "") + place(release);
  }

  List<Path> folders() {
    return ExtensionFolders.of(release).stream().map(this::on).toList();
  }

  boolean isCurrent() {
    Optional<Instant> time = disk.modified(file());
    return time.isPresent() && (age().isEmpty() || time.equals(age()));
  }

  void make() {
    disk.write(file(), new byte[0]);
    age().ifPresent(time -> disk.setModified(file(), time));
  }

  private Path file() {
    return on(place(release));
  }

  private Optional<Instant> age() {
    return Stream.concat(folders().stream(), Stream.of(on(kernel(release))))
        .flatMap(path -> disk.modified(path).stream())
        .max(Comparator.naturalOrder())
        .map(time -> time.plus(YOUNGER));
  }

  private Path on(Path path) {
    return volume.resolve(ROOT.relativize(path));
  }
}
