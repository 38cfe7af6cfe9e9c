package io.github.kextmanager.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.Commands.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KextcacheTest {
  private static final Path WIDGET = Path.of("/Library/Extensions/Widget.kext");
  private static final String USAGE =
      """
      usage: kextcache -prelinked-kernel <filename> [options] [--] [kext or directory]
             kextcache -system-prelinked-kernel
             kextcache [options] -prelinked-kernel
             kextcache -invalidate <volume>\s
             kextcache -update-volume <volume> [options]
             kextcache -system-caches [options]

      use kextcache -help for an explanation of each option
      """;

  private SimulatedMac mac = SimulatedMac.builder(MacOsVersion.parse("10.15.7")).build();

  @BeforeEach
  void install() {
    mac.install(TestKext.named("com.example.Widget").at(WIDGET));
  }

  @AfterEach
  void close() {
    mac.close();
  }

  @Test
  void names_the_word_that_it_does_not_know() {
    assertThat(cache("-nonsense")).isEqualTo(misused("unrecognized option -nonsense"));
    assertThat(cache("-fQ")).isEqualTo(misused("unrecognized option -fQ"));
    assertThat(cache("-m", "x.mkext")).isEqualTo(misused("unrecognized option x.mkext"));
  }

  @Test
  void says_twice_that_a_value_is_missing() {
    assertThat(cache("-fu"))
        .isEqualTo(
            misused("kextcache: option requires an argument -- -u.\nunrecognized option -fu"));
    assertThat(cache("-update-volume").stderr())
        .startsWith("kextcache: option requires an argument -- -u.\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-v 1 | No work to do; check options and try again.",
        "-clear-staging -u / | Kernel extension staging functions must be used alone.",
        "-u / -volume-root / | Use -volume-root only when creating a prelinked kernel.",
        "-c /tmp/x | No kexts or directories specified.",
        "-u / -f -caches-only | -force (f) and caches-only are mutually exclusive",
        "-U / -f | -force (-f) is allowed only with -update-volume (-u).",
        "-U / -caches-only | -caches-only is allowed only with -update-volume (-u).",
        "-u / -Boot | -Boot requires -U.",
        "-a vax -u / | Unknown architecture vax.",
        "-K /nowhere -u / | Error: kernel filename invalid",
        "-system-caches -b x"
            + " | Custom kexts and repository directories are not allowed when updating system kext caches.",
      })
  void refuses_what_does_not_go_together(String words, String reason) {
    assertThat(cache(words.split(" "))).isEqualTo(misused(reason));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-clear-staging | You must be running as root to manage the kernel extension staging area.",
        "-i / | You must be running as root to update prelinked kernel.",
        "-system-caches | You must be running as root to update system kext caches.",
        "-e | You must be running as root to update system kext caches.",
      })
  void needs_root(String words, String reason) {
    use("10.15.7", Caller.NOT_A_SUDOER);

    assertThat(cache(words.split(" "))).isEqualTo(new Answer(77, "", reason + "\n"));
  }

  @Test
  void says_why_a_volume_is_not_there() {
    assertThat(cache("-u", "/Volumes/Gone"))
        .isEqualTo(new Answer(66, "", "/Volumes/Gone - No such file or directory.\n"));
  }

  @Test
  void skips_a_volume_without_a_list_of_caches() {
    assertThat(cache("-u", "/Library")).isEqualTo(Answer.SILENT_SUCCESS);
    assertThat(cache("-v", "1", "-u", "/Library").stderr())
        .isEqualTo("/Library: no /usr/standalone/bootcaches.plist; skipping\n");
  }

  @Test
  void rebuilds_what_is_out_of_date_and_only_that() {
    assertThat(cache("-U", "/"))
        .isEqualTo(
            new Answer(72, "", "rebuilding //System/Library/PrelinkedKernels/prelinkedkernel\n"));
    assertThat(cache("-U", "/")).isEqualTo(Answer.SILENT_SUCCESS);
    mac.install(
        TestKext.named("com.example.Gadget").at(Path.of("/Library/Extensions/Gadget.kext")));
    assertThat(cache("-U", "/").status()).isEqualTo(72);
    assertThat(cache("-v", "1", "-u", "/").stderr())
        .isEqualTo("/: no supported helper partitions to update.\n");
  }

  @Test
  void rebuilds_everything_when_told_so() {
    assertThat(cache("-i", "/")).isEqualTo(Answer.SILENT_SUCCESS);
    assertThat(cache("-v", "1", "-i", "/").stderr())
        .startsWith("rebuilding //System/Library/PrelinkedKernels/prelinkedkernel\n")
        .contains("Directory caches updated for /Library/Extensions.\n");
  }

  @Test
  void cannot_rebuild_without_root() {
    use("10.15.7", Caller.NOT_A_SUDOER);

    assertThat(cache("-u", "/"))
        .isEqualTo(
            new Answer(
                107,
                "",
                "Error 107 rebuilding //System/Library/PrelinkedKernels/prelinkedkernel\n"));
  }

  @Test
  void leaves_out_a_demanded_kext_that_is_not_well_signed() {
    mac.install(
        TestKext.named("com.example.Widget")
            .at(WIDGET)
            .property("OSBundleRequired", "Root")
            .unsigned());

    Answer answer = cache("-i", "/");

    assertThat(answer.status()).isZero();
    assertThat(answer.stderr())
        .startsWith("Kext with invalid signature (-67062) denied: ")
        .endsWith(WIDGET + " could not be staged properly; omitting.\n");
  }

  @Test
  void makes_a_file_where_it_is_told() {
    assertThat(cache("-c", "/private/nowhere/kernel", WIDGET.toString()))
        .isEqualTo(
            new Answer(77, "", "Prelinked kernel directory '/private/nowhere/' cannot be used\n"));
    assertThat(cache("-v", "1", "-c", "/Library/kernel", WIDGET.toString()).stderr())
        .endsWith(
            """
            Created prelinked kernel "/Library/kernel"
            Created prelinked kernel using "/System/Library/Kernels/kernel"
            """);
    assertThat(cache("-c", "/Library/kernel", "/Library/Nothing"))
        .isEqualTo(new Answer(70, "", "No kernel extensions found.\n"));
    assertThat(cache("-z", "-c", "/System/Library/PrelinkedKernels/x", WIDGET.toString()))
        .isEqualTo(
            new Answer(
                77,
                "",
                "Cannot create a prelinked kernel in a SIP protected location without authentication!\n"));
  }

  @Test
  void knows_the_options_of_its_release() {
    use("10.9.5");

    assertThat(cache("-i", "/").stderr()).startsWith("unrecognized option -i\n");
    assertThat(cache("-clear-staging").status()).isEqualTo(64);
    assertThat(cache("-v", "1", "-u", "/").stderr())
        .startsWith(
            "rebuilding /System/Library/Caches/com.apple.kext.caches/Startup/kernelcache\n");
  }

  @Test
  void hands_updates_to_kmutil_from_11_on() {
    use("11.7.10");

    assertThat(cache("-i", "/").stderr())
        .startsWith("Executing: /usr/bin/kmutil install --volume-root / --check-rebuild\n");
    assertThat(cache("-u", "/", "-D").stderr())
        .startsWith(
            "Executing: /usr/bin/kmutil install --volume-root / --update-all --update-preboot\n");
    assertThat(cache("-prune-staging").stderr())
        .startsWith("Executing: /usr/bin/kmutil clear-staging\n");
    assertThat(cache("-Boot", "-U", "/"))
        .isEqualTo(new Answer(0, "", "Ignoring kextcache invocation from early boot\n"));
    assertThat(cache("-system-caches").stderr())
        .startsWith("It looks like you're trying to update the system caches.");
    assertThat(cache("-c", "/tmp/x", WIDGET.toString()).stderr())
        .endsWith(
            " invoking: /usr/bin/kmutil create -n boot --boot-path /tmp/x --bundle-path "
                + WIDGET
                + "\n");
  }

  @Test
  void adds_nothing_to_the_hand_over_from_13_3_on() {
    use("14.4.1");

    assertThat(cache("-u", "/").stderr())
        .startsWith("Executing: /usr/bin/kmutil install --volume-root /\n");
  }

  private void use(String release) {
    use(release, Caller.ROOT);
  }

  private void use(String release, Caller caller) {
    mac.close();
    mac = SimulatedMac.builder(MacOsVersion.parse(release)).caller(caller).build();
    install();
  }

  private static Answer misused(String reason) {
    return new Answer(64, "", reason + "\n" + USAGE);
  }

  private Answer cache(String... words) {
    return new Commands(mac).run("/usr/sbin/kextcache", words);
  }
}
