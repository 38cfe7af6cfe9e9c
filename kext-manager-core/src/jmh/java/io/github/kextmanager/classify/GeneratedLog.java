package io.github.kextmanager.classify;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A log in the form of {@code log show}, of any length, in which one line in seven is about kexts.
 */
final class GeneratedLog {
  private static final List<String> MESSAGES =
      List.of(
          "kernel: (HFS) hfs: mounted Volume%d on device disk4s3",
          "bluetoothd: [com.apple.bluetooth:HIDProfileDispatch] Device %d changed its state",
          "WindowServer: (SkyLight) [com.apple.SkyLight:default] surface %d flushed",
          "mDNSResponder: [com.apple.mDNSResponder:Default] [R%d] DNSServiceQueryRecord STOP",
          "configd: [com.apple.SystemConfiguration:IPMonitor] net quality %d changed",
          "launchd: [system/com.example.%d] internal event: WILL_SPAWN, code = 0",
          "kernelmanagerd: [com.apple.kernelmanagerd.logging:default] Received kext load notification:"
              + " com.example.Widget%d");

  private final Random random = new Random(1);

  String line() {
    return String.format(
        Locale.ROOT,
        "2025-07-27 15:31:%02d.%06d-0400 0x%06x   Default     0x0                  %d      0    %s\n",
        random.nextInt(60),
        random.nextInt(1_000_000),
        random.nextInt(1 << 24),
        random.nextInt(5_000),
        MESSAGES.get(random.nextInt(MESSAGES.size())).formatted(random.nextInt(1 << 20)));
  }

  /** Writes a file of some size in bytes: {@code GeneratedLog FILE SIZE}. */
  public static void main(String[] arguments) throws IOException {
    var log = new GeneratedLog();
    long left = Long.parseLong(arguments[1]);
    try (BufferedWriter file = Files.newBufferedWriter(Path.of(arguments[0]))) {
      while (left > 0) {
        String line = log.line();
        file.write(line);
        left -= line.length();
      }
    }
  }
}
