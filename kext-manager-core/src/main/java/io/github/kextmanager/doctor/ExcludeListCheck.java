package io.github.kextmanager.doctor;

import io.github.kextmanager.bundle.KextBundleReader;
import io.github.kextmanager.bundle.UnreadableBundleException;
import io.github.kextmanager.dependency.RepositoryKext;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.plist.PlistDict;
import io.github.kextmanager.plist.PlistString;
import io.github.kextmanager.plist.PlistValue;
import io.github.kextmanager.verdict.Reason;
import java.util.List;
import java.util.Optional;

/** Whether Apple has excluded this version of a kext, from 10.9 on. */
final class ExcludeListCheck implements Examination {
  private static final BundleIdentifier HOLDER =
      BundleIdentifier.of("com.apple.driver.KextExcludeList");
  private static final String KEY = "OSKextExcludeList";

  @Override
  public Check of(RepositoryKext kext, MacSeen mac) {
    if (!mac.isAtLeast(MacSeen.MAVERICKS)) {
      return Check.passed(Topic.EXCLUDE_LIST, "There is none before macOS 10.9.");
    }
    Optional<RepositoryKext> holder = mac.repository().find(HOLDER);
    if (holder.isEmpty()) {
      return Check.notKnown(
          Topic.EXCLUDE_LIST,
          mac.isThere()
              ? "There is no AppleKextExcludeList.kext in the folders for extensions."
              : "That needs the Mac: AppleKextExcludeList.kext is not among these files.");
    }
    String from = holder.get().path().toString();
    try {
      return judge(
          new KextBundleReader(mac.root()).infoPlist(holder.get().bundle()), kext, mac, from);
    } catch (UnreadableBundleException unreadable) {
      return Check.notKnown(
          Topic.EXCLUDE_LIST,
          "The list cannot be read.",
          Ground.of(from, String.valueOf(unreadable.getMessage())));
    }
  }

  private static Check judge(PlistDict info, RepositoryKext kext, MacSeen mac, String from) {
    Optional<PlistValue> entry =
        info.get(KEY, PlistDict.class).flatMap(list -> list.get(kext.identifier().value()));
    if (entry.isEmpty()) {
      return Check.passed(Topic.EXCLUDE_LIST, "The list does not name it.", Ground.of(from, KEY));
    }
    Optional<String> versions =
        entry.get() instanceof PlistDict conditions
            ? conditions.get("Versions", PlistString.class).map(PlistString::value)
            : Optional.of(entry.get())
                .filter(PlistString.class::isInstance)
                .map(text -> ((PlistString) text).value());
    if (versions.isEmpty()) {
      return Check.notKnown(
          Topic.EXCLUDE_LIST,
          "The list names it, in a way that is not understood.",
          Ground.of(from, KEY));
    }
    Ground ground = Ground.of(from, "%s: %s".formatted(kext.identifier(), versions.get()));
    if (!new ExcludedVersions(versions.get(), mac.target().versions()).contain(kext.version())) {
      return Check.passed(Topic.EXCLUDE_LIST, "The list names other versions of it.", ground);
    }
    return entry.get() instanceof PlistDict
        ? Check.notKnown(
            Topic.EXCLUDE_LIST,
            "The list names this version under further conditions, which are not judged.",
            ground)
        : Check.failed(
            Topic.EXCLUDE_LIST,
            Reason.EXCLUDED,
            "Apple excludes this version of it.",
            List.of(ground));
  }
}
