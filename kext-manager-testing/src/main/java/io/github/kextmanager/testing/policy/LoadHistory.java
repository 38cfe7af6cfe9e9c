package io.github.kextmanager.testing.policy;

import io.github.kextmanager.testing.disk.KextOnDisk;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** The kexts of others that somebody wanted to load, each bundle once. */
public final class LoadHistory {
  private final InstantSource clock;
  private final Supplier<UUID> bootSession;
  private final Map<Path, LoadRecord> records = new LinkedHashMap<>();

  /**
   * A history.
   *
   * @param clock the time of the Mac
   * @param bootSession its boot session
   * @param earlier what stands in it already
   */
  public LoadHistory(InstantSource clock, Supplier<UUID> bootSession, List<LoadRecord> earlier) {
    this.clock = clock;
    this.bootSession = bootSession;
    earlier.forEach(each -> records.put(each.path(), each));
  }

  static LoadHistory ofNobody() {
    return new LoadHistory(InstantSource.system(), () -> new UUID(0, 0), List.of());
  }

  void note(KextOnDisk kext) {
    Instant now = clock.instant();
    LoadRecord before = records.get(kext.path());
    records.put(
        kext.path(),
        new LoadRecord(
            kext.path(),
            kext.seal().team().orElse(""),
            kext.identifier(),
            bootSession.get(),
            before == null ? now : before.createdAt(),
            now,
            1,
            codeHash(kext)));
  }

  /** 40 digits, as those of a real one, which is a hash of the code directory. */
  private static String codeHash(KextOnDisk kext) {
    var code = new StringBuilder(kext.identifier() + kext.versionText());
    kext.executable().ifPresent(it -> it.slices().forEach(slice -> code.append(slice.uuid())));
    String uuid =
        UUID.nameUUIDFromBytes(code.toString().getBytes(StandardCharsets.UTF_8))
            .toString()
            .replace("-", "");
    return uuid + uuid.substring(0, 8);
  }

  /**
   * What stands in it.
   *
   * @return the rows in the order in which they came up
   */
  public List<LoadRecord> records() {
    return List.copyOf(records.values());
  }
}
