package io.github.kextmanager.testing.panic;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.kernel.CpuType;
import io.github.kextmanager.testing.kernel.KextInfo;
import io.github.kextmanager.testing.kernel.Releases;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What an Intel kernel writes (xnu, osfmk/i386/AT386/model_dep.c: {@code panic_i386_backtrace} and
 * {@code panic_display_system_configuration}); by release as in reports that people have published.
 * Addresses outside the kext, threads and tasks are made up.
 */
final class IntelPanicLog {
  private static final long TEXT = 0xffffff8000200000L;
  private static final long TEXT_32 = 0x00200000L;
  private static final long STACK = 0xffffff80f0bf3b10L;
  private static final long STACK_32 = 0x83ec3b88L;
  private static final long SLIDE_UNIT = 0x200000L;

  /** From the trap back to the panic, and from the start of the kext back to the request. */
  private static final List<Integer> KERNEL_BEFORE = List.of(0x1b7ed, 0x15c6e3, 0x14cd1a, 0x1b8f3);

  private static final List<Integer> KERNEL_AFTER =
      List.of(0x4e6840, 0x4f3172, 0x4f2f59, 0x504a2c, 0x155165, 0x1b210d, 0x1be486);

  private final Panic panic;
  private final MacOsVersion release;
  private final boolean is64Bit;

  IntelPanicLog(Panic panic) {
    this.panic = panic;
    this.release = panic.platform().release();
    this.is64Bit = !panic.platform().architecture().equals(CpuType.I386);
  }

  String text() {
    var text = new StringBuilder(opening());
    text.append(backtrace());
    text.append(new KextsInBacktrace(panic).text());
    text.append(process());
    text.append("\nMac OS version:\n").append(panic.build());
    text.append("\n\nKernel version:\n").append(KernelVersion.line(panic));
    text.append("\nKernel UUID: ").append(upper(SteadyUuid.of("kernel", panic.darwin())));
    text.append('\n').append(place()).append(state());
    text.append("\nSystem uptime in nanoseconds: ").append(panic.uptime().toNanos()).append('\n');
    if (isAtLeast(Releases.BIG_SUR)) {
      text.append(sleep());
    }
    if (isAtLeast(Releases.MONTEREY)) {
      text.append(MemoryText.compressor()).append(MemoryText.zones(0xffffff8030000000L));
      text.append('\n');
    }
    return text.append(new KextLists(panic).text()).toString();
  }

  private String opening() {
    return String.format(
        Locale.ROOT,
        "panic(cpu 0 caller 0x%x): %s\n",
        callSite(),
        isAtLeast(Releases.MONTEREY)
            ? panic.message() + " @" + panic.place()
            : "\"" + panic.message() + "\"@" + panic.place());
  }

  private long callSite() {
    KextInfo kext = panic.culprit();
    return kext.address().orElse(0) + Integer.toUnsignedLong(kext.size().orElse(0)) / 2;
  }

  private String backtrace() {
    var text = new StringBuilder();
    if (isAtLeast(Releases.MONTEREY)) {
      text.append("Panicked task 0xffffff9044088980: 4 threads: pid 62: ")
          .append(panic.process())
          .append("\nBacktrace (CPU 0), panicked thread: 0xffffff8beb16d0c8, ");
    } else {
      text.append("Backtrace (CPU 0), ");
    }
    text.append("Frame : Return Address");
    text.append(is64Bit ? "\n" : " (4 potential args on stack)\n");
    long frame = is64Bit ? STACK : STACK_32;
    for (long address : returnAddresses()) {
      text.append(String.format(Locale.ROOT, "0x%x : 0x%x ", frame, address));
      text.append(is64Bit ? "\n" : "(0x0 0x0 0x0 0x0) \n");
      frame += 0x50;
    }
    return text.toString();
  }

  private List<Long> returnAddresses() {
    List<Long> addresses = new ArrayList<>();
    KERNEL_BEFORE.forEach(offset -> addresses.add(kernelText() + offset));
    addresses.add(callSite());
    KERNEL_AFTER.forEach(offset -> addresses.add(kernelText() + offset));
    return addresses;
  }

  private String process() {
    return isAtLeast(Releases.MONTEREY)
        ? "\nProcess name corresponding to current thread (0xffffff8beb16d0c8): %s\n"
            .formatted(panic.process())
        : "\nBSD process name corresponding to current thread: %s\n".formatted(panic.process());
  }

  /** Kernels are put somewhere else at every start since 10.8. */
  private long slide() {
    return isAtLeast(Releases.MOUNTAIN_LION)
        ? ((panic.session().getLeastSignificantBits() & 0x7f) + 1) * SLIDE_UNIT
        : 0;
  }

  private long kernelText() {
    long text = is64Bit ? TEXT : TEXT_32;
    return text + slide() + (isAtLeast(Releases.BIG_SUR) ? 0x10000 : 0);
  }

  private String place() {
    if (isAtLeast(Releases.BIG_SUR)) {
      return (isAtLeast(Releases.SONOMA) ? "roots installed: 0\n" : "")
          + line("KernelCache slide: 0x%016x", slide())
          + line("KernelCache base:  0x%x", TEXT + slide())
          + line("Kernel slide:      0x%016x", slide() + 0x10000)
          + line("Kernel text base:  0x%x", kernelText())
          + line("__HIB  text base: 0x%x", TEXT + slide() - 0x100000);
    }
    if (isAtLeast(Releases.MOUNTAIN_LION)) {
      return line("Kernel slide:     0x%016x", slide())
          + line("Kernel text base: 0x%x", kernelText())
          + (isAtLeast(Releases.YOSEMITE)
              ? line("__HIB  text base: 0x%x", kernelText() - 0x100000)
              : "");
    }
    return "";
  }

  private String state() {
    return "System model name: "
        + HardwareModel.of(panic.platform()).name()
        + "\n"
        + (isAtLeast(Releases.CATALINA)
            ? "System shutdown begun: NO\nPanic diags file available: YES (0x0)\n"
            : "")
        + (isAtLeast(Releases.BIG_SUR) ? "Hibernation exit count: 0\n" : "");
  }

  private String sleep() {
    return "Last Sleep:           absolute           base_tsc          base_nano\n"
        + line("  Uptime  : 0x%016x", panic.uptime().toNanos())
        + "  Sleep   : 0x0000000000000000 0x0000000000000000 0x0000000000000000\n"
        + "  Wake    : 0x0000000000000000 0x00000008f67ab0c1 0x0000000000000000\n";
  }

  private boolean isAtLeast(MacOsVersion first) {
    return release.isAtLeast(first);
  }

  private static String line(String format, long number) {
    return String.format(Locale.ROOT, format, number) + "\n";
  }

  private static String upper(Object uuid) {
    return uuid.toString().toUpperCase(Locale.ROOT);
  }
}
