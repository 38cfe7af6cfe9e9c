package io.github.kextmanager.testing.panic;

import static java.time.temporal.ChronoField.MICRO_OF_SECOND;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.kernel.KextInfo;
import io.github.kextmanager.testing.kernel.Releases;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a kernel writes on Apple silicon (xnu, osfmk/arm/model_dep.c: {@code
 * do_print_all_backtraces}); by release as in reports that people have published. Addresses outside
 * the kext, threads and tasks are made up.
 */
final class AppleSiliconPanicLog {
  private static final long LINKED_AT = 0xfffffe0007004000L;
  private static final long PAGE = 0x4000L;
  private static final long TO_TEXT = 0x8000L;
  private static final long TO_CODE = 0x1790000L;
  private static final long STACK = 0xfffffec134006f80L;

  private static final List<Integer> KERNEL_BEFORE =
      List.of(0x60ae0, 0x1c0644, 0x1be92c, 0xb8c0, 0x603d8, 0x8ead04);
  private static final List<Integer> KERNEL_AFTER =
      List.of(0x7f31f0, 0x7f5db4, 0x81f9e4, 0x1c1ecc, 0xb938, 0xb884);

  private final Panic panic;
  private final MacOsVersion release;
  private final long slide;

  AppleSiliconPanicLog(Panic panic) {
    this.panic = panic;
    this.release = panic.platform().release();
    this.slide = ((panic.session().getLeastSignificantBits() & 0x3fff) + 1) * PAGE;
  }

  String text() {
    return opening()
        + identity()
        + place()
        + time()
        + processors()
        + task()
        + frames()
        + new KextsInBacktrace(panic).text()
        + "\n"
        + new KextLists(panic).text()
        + "\n";
  }

  private String opening() {
    String message =
        isAtLeast(Releases.MONTEREY)
            ? panic.message() + " @" + panic.place()
            : "\"" + panic.message() + "\"@" + panic.place();
    return hex("panic(cpu 2 caller 0x%x): ", callSite()) + message + "\n";
  }

  private String identity() {
    String collection = SteadyUuid.of("collection", panic.darwin()).toString();
    return "Debugger message: panic\nMemory ID: 0x6\nOS release type: User\nOS version: "
        + panic.build()
        + "\nKernel version: "
        + KernelVersion.line(panic)
        + "\nFileset Kernelcache UUID: "
        + collection.replace("-", "").toUpperCase(Locale.ROOT)
        + "\nKernel UUID: "
        + upper(SteadyUuid.of("kernel", panic.darwin()))
        + (isAtLeast(Releases.MONTEREY) ? "\nBoot session UUID: " + upper(panic.session()) : "")
        + "\niBoot version: iBoot-"
        + panic.darwin()
        + "\nsecure boot?: YES\n"
        + (isAtLeast(Releases.VENTURA) ? "roots installed: 0\n" : "")
        + (isAtLeast(Releases.VENTURA) ? "Paniclog version: 14\n" : "Paniclog version: 13\n");
  }

  private String place() {
    String places =
        hex("KernelCache slide: 0x%016x\n", slide)
            + hex("KernelCache base:  0x%x\n", LINKED_AT + slide)
            + hex("Kernel slide:      0x%016x\n", slide + TO_TEXT)
            + hex("Kernel text base:  0x%x\n", LINKED_AT + slide + TO_TEXT);
    return places
        + (isAtLeast(Releases.SONOMA)
            ? hex("Kernel text exec slide: 0x%016x\n", slide + TO_CODE)
            : "")
        + hex("Kernel text exec base:  0x%x\n", code());
  }

  private long code() {
    return LINKED_AT + slide + TO_CODE;
  }

  private String time() {
    // 24 million ticks a second.
    return hex("mach_absolute_time: 0x%x\n", panic.uptime().toNanos() / 1_000 * 24)
        + "Epoch Time:        sec       usec\n"
        + epoch("Boot    ", panic.startedAt())
        + epoch("Sleep   ", Instant.EPOCH)
        + epoch("Wake    ", Instant.EPOCH)
        + epoch("Calendar", panic.at())
        + "\n";
  }

  private static String epoch(String what, Instant time) {
    long seconds = time.getEpochSecond();
    return String.format(
        Locale.ROOT, "  %s: 0x%08x 0x%08x\n", what, seconds, time.getLong(MICRO_OF_SECOND));
  }

  private String processors() {
    if (!isAtLeast(Releases.MONTEREY)) {
      return hex("CORE 0 recently retired instr at 0x%x\n", code() + 0x9d9c4);
    }
    return MemoryText.zones(0xfffffe1126000000L)
        + "\nTPIDRx_ELy = {1: 0xfffffe198f1e5f40  0: 0x0000000000000002"
        + "  0ro: 0x0000000000000000 }\n"
        + "CORE 0: PC=%1$s, LR=%1$s, FP=0xfffffe382883bed0\n"
            .formatted(hex("0x%016x", code() + 0x9d9c4))
        + "CORE 2 is the one that panicked. Check the full backtrace for details.\n"
        + MemoryText.compressor();
  }

  private String task() {
    return "Panicked task 0xfffffe252683aaf8: 2720 pages, 5 threads: pid 62: %s\n"
            .formatted(panic.process())
        + "Panicked thread: 0xfffffe198f1e5f40, backtrace: "
        + hex("0x%x, tid: 4874\n", STACK);
  }

  private String frames() {
    List<Long> addresses = new ArrayList<>();
    KERNEL_BEFORE.forEach(offset -> addresses.add(code() + offset));
    addresses.add(callSite());
    KERNEL_AFTER.forEach(offset -> addresses.add(code() + offset));
    var text = new StringBuilder();
    long frame = STACK;
    for (int i = 0; i < addresses.size(); i++) {
      frame += 0x90;
      boolean last = i == addresses.size() - 1;
      text.append(
          String.format(
              Locale.ROOT, "\t\t  lr: 0x%016x  fp: 0x%016x\n", addresses.get(i), last ? 0 : frame));
    }
    return text.toString();
  }

  private long callSite() {
    KextInfo kext = panic.culprit();
    return kext.address().orElse(0) + Integer.toUnsignedLong(kext.size().orElse(0)) / 2;
  }

  private boolean isAtLeast(MacOsVersion first) {
    return release.isAtLeast(first);
  }

  private static String hex(String format, long number) {
    return String.format(Locale.ROOT, format, number);
  }

  private static String upper(Object uuid) {
    return uuid.toString().toUpperCase(Locale.ROOT);
  }
}
