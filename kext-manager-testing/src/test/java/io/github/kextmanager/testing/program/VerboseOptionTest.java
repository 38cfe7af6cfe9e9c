package io.github.kextmanager.testing.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.disk.Disk;
import io.github.kextmanager.testing.kernel.AddressSpace;
import io.github.kextmanager.testing.kernel.CpuType;
import io.github.kextmanager.testing.kernel.Kernel;
import io.github.kextmanager.testing.kernel.Kernel.KernelComponents;
import io.github.kextmanager.testing.kernel.KernelReturn;
import io.github.kextmanager.testing.kernel.Platform;
import io.github.kextmanager.testing.library.KextLibrary;
import io.github.kextmanager.testing.log.LogSink;
import io.github.kextmanager.testing.policy.Authentication;
import io.github.kextmanager.testing.policy.Consent;
import io.github.kextmanager.testing.policy.Permissions;
import io.github.kextmanager.testing.policy.Signatures;
import io.github.kextmanager.testing.policy.Signatures.Enforcement;
import io.github.kextmanager.testing.policy.Staging;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How kextload reads {@code -v}. */
class VerboseOptionTest {
  private static final String TOLD =
      """
      Requesting load of /tmp/W.kext.
      /tmp/W.kext loaded successfully (or already loaded).
      """;

  @TempDir Path root;

  private final OutputStreamText stderr = new OutputStreamText();

  @ParameterizedTest
  @ValueSource(
      strings = {"-v", "-v 1", "-v 4", "-verbose", "-verbose=3", "--verbose 2", "-v 0xff3"})
  void tells_of_success_from_level_1_on(String options) {
    assertThat(kextload(options + " /tmp/W.kext")).isZero();
    assertThat(stderr.text()).isEqualTo(TOLD);
  }

  @Test
  void tells_nothing_at_level_0() {
    assertThat(kextload("-v 0 /tmp/W.kext")).isZero();
    assertThat(stderr.text()).isEmpty();
  }

  @Test
  void says_how_the_filters_change_at_level_6() {
    kextload("-v 6 /tmp/W.kext");

    assertThat(stderr.text())
        .startsWith(
            """
            Kext user-space log filter changed from 0xff2 to 0xfff.
            Kext kernel-space log filter changed from 0xff2 to 0xfff.
            """);
  }

  @Test
  void swallows_any_word_of_one_character() {
    assertThat(kextload("-v x /tmp/W.kext")).isZero();
    assertThat(stderr.text()).isEqualTo(TOLD);
  }

  @Test
  void leaves_a_longer_word_alone() {
    assertThat(kextload("-v 10 /tmp/W.kext")).isZero();
    assertThat(stderr.text()).contains("Requesting load of /10.\n", TOLD);
  }

  @Test
  void refuses_an_equals_sign() {
    assertThat(kextload("-v=6 /tmp/W.kext")).isEqualTo(64);
    assertThat(stderr.text())
        .startsWith("-v=6 - syntax error (don't use = with single-letter option args).\n");
  }

  @Test
  void refuses_flags_that_are_no_number() {
    assertThat(kextload("-v 0xfg /tmp/W.kext")).isEqualTo(64);
    assertThat(stderr.text()).startsWith("Can't parse verbose argument 0xfg.\n");
  }

  @Test
  void says_nothing_more_once_it_is_to_be_quiet() {
    assertThat(kextload("-q -v=6 /tmp/W.kext")).isEqualTo(64);
    assertThat(stderr.text()).isEmpty();
  }

  private int kextload(String words) {
    var release = MacOsVersion.parse("10.15.7");
    var platform = new Platform(release, CpuType.X86_64);
    var disk = new Disk(() -> root);
    var signatures = new Signatures(release, Enforcement.ON);
    var withoutKextd =
        new KextloadInProcess(
            platform,
            () -> KextLibrary.Start.NORMAL,
            disk,
            () ->
                new Kernel(
                    AddressSpace.of(new Platform(release, CpuType.X86_64)),
                    KernelComponents.MAPPED,
                    LogSink.NONE),
            new Staging(disk, signatures),
            new Authentication(release, new Permissions(disk), signatures, new Consent(release)));
    return new Kextload(release, () -> Optional.of(request -> KernelReturn.SUCCESS), withoutKextd)
        .run(
            new Invocation(
                "/sbin/kextload",
                List.of(words.split(" ", -1)),
                Map.of(),
                0,
                Path.of("/"),
                new OutputStreamText(),
                stderr));
  }
}
