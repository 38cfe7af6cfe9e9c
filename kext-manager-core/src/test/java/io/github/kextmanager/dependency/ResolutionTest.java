package io.github.kextmanager.dependency;

import static io.github.kextmanager.dependency.KextFixture.kext;
import static io.github.kextmanager.dependency.Repositories.problems;
import static io.github.kextmanager.dependency.Repositories.resolved;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.model.Architecture;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.model.TargetMac;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResolutionTest {
  private final KextFixture iokit = kext("com.apple.kpi.iokit").kernelComponent();

  @Test
  void loads_a_library_before_what_needs_it() {
    KextFixture driver = kext("driver").needs("family", "com.apple.kpi.iokit");
    KextFixture family = kext("family").needs("com.apple.kpi.iokit");

    assertThat(resolved(Repositories.of(driver, family, iokit), driver).loadOrder())
        .containsExactly(iokit, family, driver);
  }

  @Test
  void tells_direct_libraries_from_indirect_ones() {
    KextFixture driver = kext("driver").needs("family");
    KextFixture family = kext("family").needs("com.apple.kpi.iokit");
    Resolved resolved = resolved(Repositories.of(driver, family, iokit), driver);

    assertThat(resolved.libraries()).containsExactly(family);
    assertThat(resolved.indirectLibraries()).containsExactly(iokit);
  }

  @Test
  void links_against_the_libraries_of_a_library_without_code_in_its_place() {
    KextFixture driver = kext("driver").needs("redirect");
    KextFixture redirect = kext("redirect").needs("family").codeless();
    KextFixture family = kext("family").needs("com.apple.kpi.iokit");
    Resolved resolved = resolved(Repositories.of(driver, redirect, family, iokit), driver);

    assertThat(resolved.linkLibraries()).containsExactly(family);
    assertThat(resolved.loadOrder()).containsExactly(iokit, family, redirect, driver);
  }

  @Test
  void links_32_bit_code_that_names_no_kpi_against_everything_below_it() {
    KextFixture driver = kext("driver").needs("com.apple.kernel.iokit", "family");
    KextFixture family = kext("family").needs("com.apple.kernel.bsd");
    KextFixture kernel = kext("com.apple.kernel.iokit").kernelComponent();
    KextFixture bsd = kext("com.apple.kernel.bsd").kernelComponent();
    KextRepository repository =
        KextRepository.of(
            List.of(driver, family, kernel, bsd),
            TargetMac.of(new MacOsVersion(10, 7, 0), Architecture.I386));

    assertThat(resolved(repository, driver).linkLibraries()).containsExactly(kernel, bsd, family);
  }

  @ParameterizedTest
  @CsvSource({"10.6, true", "10.7, false"})
  void an_interface_may_have_several_libraries_up_to_10_6(String release, boolean isResolved) {
    KextFixture family = kext("family").interfaceKext().needs("com.apple.kpi.iokit", "other");
    KextRepository repository =
        KextRepository.of(
            List.of(family, iokit, kext("other")),
            TargetMac.of(MacOsVersion.parse(release), Architecture.X86_64));

    assertThat(repository.resolve(family) instanceof Resolved).isEqualTo(isResolved);
  }

  @Test
  void says_everything_that_is_wrong() {
    KextFixture driver = kext("driver").needs("missing", "family", "plain");
    KextFixture family = kext("family").needsVersion("old", "2.0").needs("broken");
    KextFixture old = kext("old");
    KextFixture plain = kext("plain").noLibrary();
    KextFixture broken = kext("broken").invalid();

    assertThat(problems(Repositories.of(driver, family, old, plain, broken), driver))
        .extracting(Problem::message)
        .containsExactly(
            "driver needs missing 1.0, and there is no kext of that identifier.",
            "driver needs plain 1.0; found, but without a valid OSBundleCompatibleVersion: /Library/Extensions/plain.kext (1.0).",
            "family needs old 2.0; found, but not fit for that version: /Library/Extensions/old.kext (1.0 to 1.0).",
            "broken (/Library/Extensions/broken.kext) is invalid.");
  }

  @Test
  void shows_a_ring_as_a_ring() {
    KextFixture outside = kext("outside").needs("b");
    KextFixture a = kext("a").needs("b");
    KextFixture b = kext("b").needs("c");
    KextFixture c = kext("c").needs("a");
    KextRepository repository = Repositories.of(outside, a, b, c);

    assertThat(problems(repository, outside))
        .extracting(Problem::message)
        .containsExactly("These kexts need each other in a ring: a -> b -> c -> a.");
    assertThat(repository.cycles()).containsExactly(new Cycle(List.of(a, b, c)));
  }

  @Test
  void calls_a_kext_that_needs_itself_a_ring() {
    KextFixture a = kext("a").needs("a");

    assertThat(problems(Repositories.of(a), a))
        .containsExactly(new CircularDependency(new Cycle(List.of(a))));
  }

  @Test
  void refuses_two_copies_of_one_kext_each_time_it_is_asked() {
    KextFixture newer = kext("a@2").version("2.0", "2.0").needsVersion("a", "1.0");
    KextFixture older = kext("a@1");
    KextRepository repository = Repositories.of(older, newer);

    assertThat(problems(repository, newer))
        .isEqualTo(problems(repository, newer))
        .extracting(Problem::message)
        .containsExactly(
            "a would need several kexts a at once: /Library/Extensions/a@2.kext (2.0), /Library/Extensions/a@1.kext (1.0).");
    assertThat(resolved(repository, older).loadOrder()).containsExactly(older);
  }

  @Test
  void wants_exactly_one_library_for_an_interface() {
    KextFixture face = kext("face").needs("com.apple.kpi.iokit", "other").interfaceKext();

    assertThat(problems(Repositories.of(face, iokit, kext("other")), face))
        .containsExactly(new InterfaceLibraryCount(face, 2));
  }

  @Test
  void refuses_the_kernel_and_its_old_parts_to_64_bit_code() {
    KextFixture driver = kext("driver").needs("com.apple.kernel", "com.apple.kernel.bsd");
    KextFixture kernel = kext("com.apple.kernel").kernelComponent();
    KextFixture bsd = kext("com.apple.kernel.bsd").kernelComponent();

    assertThat(problems(Repositories.of(driver, kernel, bsd), driver))
        .containsExactly(
            new KernelLinkProblem.WholeKernel(driver),
            new KernelLinkProblem.KernelComponents(driver));
  }

  @Test
  void refuses_the_private_kpi_to_strangers() {
    KextFixture driver = kext("driver").needs("com.apple.kpi.private");
    KextFixture kpi = kext("com.apple.kpi.private").kernelComponent();

    assertThat(problems(Repositories.of(driver, kpi), driver))
        .containsExactly(new KernelLinkProblem.PrivateKpi(driver));
  }
}
