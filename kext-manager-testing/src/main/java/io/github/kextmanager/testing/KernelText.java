package io.github.kextmanager.testing;

import io.github.kextmanager.model.LoadTag;
import io.github.kextmanager.model.LoadedKext;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a kernel holds, as people read it. It is no tool's format. */
final class KernelText {
  private static final int ROWS = 60;

  private KernelText() {}

  static String of(List<LoadedKext> kexts) {
    int before = Math.max(0, kexts.size() - ROWS);
    return "The kernel holds %d kexts%s:\n".formatted(kexts.size(), before > 0 ? ", the last" : "")
        + kexts.stream().skip(before).map(KernelText::row).collect(Collectors.joining());
  }

  private static String row(LoadedKext kext) {
    return String.format(
        Locale.ROOT,
        "%4s. %s (%s)%s\n",
        kext.tag().map(LoadTag::value).map(String::valueOf).orElse("?"),
        kext.identifier(),
        kext.version().text(),
        kext.references().orElse(0) == 0 ? "" : ", used by " + kext.references().getAsInt());
  }
}
