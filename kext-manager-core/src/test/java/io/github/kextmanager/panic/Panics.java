package io.github.kextmanager.panic;

/** Panic reports in the form in which macOS writes them; the kexts are ours. */
final class Panics {
  static final String INTEL =
      """
      Anonymous UUID:       11111111-2222-3333-4444-555555555555

      Thu Nov  3 09:41:18 2016

      *** Panic Report ***
      panic(cpu 2 caller 0xffffff80003ed5fc): Kernel trap at 0xffffff7f811e99a7, type 14=page fault
      Backtrace (CPU 2), Frame : Return Address
      0xffffff97439cbb10 : 0xffffff80002f368c
      0xffffff97439cbea0 : 0xffffff7f811e99a7
            Kernel Extensions in backtrace:
               com.example.driver.Widget(1.5.2)[F452C9FD-94A1-366D-BF2F-89BDDDA08364]@0xffffff7f811de000->0xffffff7f8121bfff
                  dependency: com.apple.iokit.IOPCIFamily(2.9)[BDA9200F-2DE4-33D2-A1AC-9DC6F2E6D59E]@0xffffff7f80f2d000->0xffffff7f80f5bfff
                  dependency: com.example.Library(1.0)[]@0xffffff7f80f5c000->0xffffff7f80f5dfff

      BSD process name corresponding to current thread: kernel_task

      Mac OS version:
      16B2657

      Kernel version:
      Darwin Kernel Version 16.1.0
      System uptime in nanoseconds: 80140009098515
      last loaded kext at 33282949394687: com.example.driver.Widget\t1.5.2 (addr 0xffffff7fb3d05000, size 36864)
      last unloaded kext at 3328294: >!UHub\t4.4.5 (addr 0xffffff7fb3d00000, size 8192)
      loaded kexts:
      com.example.driver.Widget\t1.5.2
      tc.example.Studio\t4.2.1 46437
      >!AHWSensor\t1.9.5d0
      |IO!BSerialManager\t6.0.7f10
      $quarantine\t3
      @filesystems.autofs\t3.0

      Model: MacBookPro11,3
      """;

  static final String APPLE_SILICON =
      """
      panic(cpu 6 caller 0xfffffe002e2ed61c): Kernel data abort. at pc 0xfffffe002e414d9c
      Debugger message: panic
      OS version: 24F74
      Kernel version: Darwin Kernel Version 24.5.0
      Boot session UUID: 8236E878-0E59-4FDA-83B8-F310AD4B2AA8
      Panicked task 0xfffffe316034dcf0: 9375 pages, 27 threads: pid 0: kernel_task
      \t\t  lr: 0xfffffe00499cad34  fp: 0xfffffe72472d3f20
            Kernel Extensions in backtrace:
               com.example.fs.demo(2.3.1)[F8287B3A-8CA2-3DB7-B123-2A3218172C76]@0xfffffe00499b8000->0xfffffe0049bf25af

      last started kext at 6290735307700: com.example.fs.demo\t2.3.1 (addr 0xfffffe0042c5fe50, size 4588)
      loaded kexts:
      com.example.fs.demo\t2.3.1
      com.apple.filesystems.autofs\t3.0

      ** Stackshot Succeeded ** Bytes Traced 419430
      """;

  /** As Mac OS X 10.5 wrote them, with what was loaded and unloaded last behind the rows. */
  static final String LEOPARD =
      """
      Tue Feb 21 01:07:27 2012
      panic(cpu 1 caller 0x1ad754a): "assertion failed"@/src/arc.c:3270
      Backtrace (CPU 1), Frame : Return Address (4 potential args on stack)
      0x83ec3b88 : 0x21b837 (0x5dd7fc 0x83ec3bbc 0x223ce1 0x0)
            Kernel loadable modules in backtrace (with dependencies):
               com.example.driver.Widget(1.5.2)@0x27b3a000->0x27b4afff
                  dependency: com.apple.iokit.IOPCIFamily(1.7)@0x1d8f7000

      Mac OS version:
      9L31a

      unloaded kexts:
      com.apple.driver.InternalModemSupport\t2.3.1 - last unloaded 110945218186
      loaded kexts:
      com.example.driver.Widget\t1.5.2
      com.apple.driver.AppleHWSensor\t1.9.3d0 - last loaded 19834623492
      Model: MacBook5,1
      """;

  /** A kernel of macOS 26 that left out the list. */
  static final String SKIPPED =
      """
      panic(cpu 2 caller 0xfffffe004a0): wraparound refcnt
      OS version: 25C56
      Epoch Time:        sec       usec
        Boot    : 0x6883709f 0x0001dc7f
        Calendar: 0x6884f6ad 0x00060c57

      last started kext at 1209212391799: com.example.fs.demo\t2.3.1 (addr 0xfffffe00467cd280, size 19952)
      loaded kexts: (skipped, see boot kernelcache)

      """;

  /** What a T2 chip reports when macOS panics. */
  static final String BRIDGE =
      """
      panic(cpu 0 caller 0xfffffff01d2676cc): macOS panic detected
      Debugger message: panic
      OS version: 23P5602
      macOS version: 22G120
      x86 EFI Boot State: 0xd
      """;

  private Panics() {}

  /** A report of the newer generation around the text of a panic. */
  static String json(String panic) {
    return """
    {"bug_type":"210","timestamp":"2025-07-26 17:33:01.00 +0200","os_version":"macOS 15.5 (24F74)"}
    {
      "build" : "macOS 15.5 (24F74)",
      "product" : "Mac14,6",
      "panicString" : "%s",
      "panicFlags" : "0x902"
    }
    """
        .formatted(panic.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n"));
  }
}
