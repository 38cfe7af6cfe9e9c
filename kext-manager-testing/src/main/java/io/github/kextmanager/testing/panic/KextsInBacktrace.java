package io.github.kextmanager.testing.panic;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.kernel.KextInfo;
import io.github.kextmanager.testing.kernel.Releases;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The kexts whose code was being executed, with what they link against (xnu, {@code
 * OSKext::printKextsInBacktrace} and {@code printSummary}). Parts of the kernel are left out.
 */
final class KextsInBacktrace {
  private static final UUID NONE = new UUID(0, 0);

  private final Panic panic;

  KextsInBacktrace(Panic panic) {
    this.panic = panic;
  }

  String text() {
    var text = new StringBuilder("      Kernel Extensions in backtrace:\n");
    KextInfo culprit = panic.culprit();
    text.append("         ")
        .append(name(culprit, VersionText.of(culprit.version().orElse(""), release())))
        .append(from(culprit))
        .append(to(culprit))
        .append('\n');
    dependencies(culprit)
        .forEach(
            kext ->
                text.append("            dependency: ")
                    .append(name(kext, kext.version().orElse("")))
                    .append(from(kext))
                    // With their ends since xnu-7195.
                    .append(isAtLeastBigSur() ? to(kext) : "")
                    .append('\n'));
    return text.toString();
  }

  private Stream<KextInfo> dependencies(KextInfo kext) {
    Stream<KextInfo> dependencies =
        kext.dependencies().stream().flatMap(tag -> tagged(tag).stream());
    // In kernel collections libraries are in the order of their names.
    return isAtLeastBigSur()
        ? dependencies.sorted(Comparator.comparing(each -> each.identifier().orElse("")))
        : dependencies;
  }

  private List<KextInfo> tagged(OptionalInt tag) {
    return panic.kexts().stream()
        .filter(kext -> kext.tag().equals(tag) && !kext.kernelResource())
        .toList();
  }

  private boolean isAtLeastBigSur() {
    return release().isAtLeast(Releases.BIG_SUR);
  }

  private MacOsVersion release() {
    return panic.platform().release();
  }

  /** The UUID is there since 10.7. */
  private String name(KextInfo kext, String version) {
    String uuid =
        release().isAtLeast(Releases.LION)
            ? "[" + kext.uuid().orElse(NONE).toString().toUpperCase(Locale.ROOT) + "]"
            : "";
    return "%s(%s)%s".formatted(kext.identifier().orElse(""), version, uuid);
  }

  private static String from(KextInfo kext) {
    return String.format(Locale.ROOT, "@0x%x", kext.address().orElse(0));
  }

  private static String to(KextInfo kext) {
    long end = kext.address().orElse(0) + Integer.toUnsignedLong(kext.size().orElse(0)) - 1;
    return String.format(Locale.ROOT, "->0x%x", end);
  }
}
