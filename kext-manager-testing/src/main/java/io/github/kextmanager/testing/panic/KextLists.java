package io.github.kextmanager.testing.panic;

import io.github.kextmanager.testing.kernel.CpuType;
import io.github.kextmanager.testing.kernel.KextInfo;
import io.github.kextmanager.testing.kernel.Releases;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * The lists at the end of a panic log: the kexts that were started and stopped last, and all that
 * are loaded (xnu, {@code OSKext::printKextPanicLists} and {@code saveLoadedKextPanicList}).
 *
 * <p>Those of others come first, then those of Apple that are no libraries, then the libraries,
 * each group backwards. Parts of the kernel are left out.
 */
final class KextLists {
  private static final String APPLE = "com.apple.";

  private final Panic panic;
  private final boolean compact;

  /** An Intel kernel shortens identifiers; reports up to 10.14 show them whole again. */
  KextLists(Panic panic) {
    this.panic = panic;
    this.compact =
        !panic.platform().architecture().equals(CpuType.ARM64E)
            && panic.platform().release().isAtLeast(Releases.CATALINA);
  }

  String text() {
    boolean collections = panic.platform().release().isAtLeast(Releases.BIG_SUR);
    var text = new StringBuilder();
    text.append(collections ? "last started kext" : "last loaded kext")
        .append(moment(panic.culprit(), panic.uptime()));
    panic
        .lastStopped()
        .ifPresent(
            stopped ->
                text.append(collections ? "last stopped kext" : "last unloaded kext")
                    .append(moment(stopped.kext(), stopped.uptime())));
    text.append("loaded kexts:\n");
    ordered().forEach(kext -> text.append(name(kext)).append('\n'));
    return text.toString();
  }

  private List<KextInfo> ordered() {
    List<KextInfo> backwards = new ArrayList<>(panic.kexts());
    Collections.reverse(backwards);
    backwards.removeIf(KextInfo::kernelResource);
    List<KextInfo> ordered = new ArrayList<>();
    List.<Predicate<KextInfo>>of(
            kext -> !isOfApple(kext),
            kext -> isOfApple(kext) && !isLibrary(kext),
            kext -> isOfApple(kext) && isLibrary(kext))
        .forEach(group -> backwards.stream().filter(group).forEach(ordered::add));
    return ordered;
  }

  private static boolean isOfApple(KextInfo kext) {
    return kext.identifier().orElse("").startsWith(APPLE);
  }

  private boolean isLibrary(KextInfo kext) {
    return kext.identifier().filter(panic.libraries()::contains).isPresent();
  }

  private String moment(KextInfo kext, Duration uptime) {
    return String.format(
        Locale.ROOT,
        " at %d: %s (addr 0x%x, size %d)\n",
        uptime.toNanos(),
        name(kext),
        kext.address().orElse(0),
        Integer.toUnsignedLong(kext.size().orElse(0)));
  }

  private String name(KextInfo kext) {
    String identifier = kext.identifier().orElse("");
    return (compact ? CompactIdentifier.of(identifier) : identifier)
        + "\t"
        + kext.version().orElse("");
  }
}
