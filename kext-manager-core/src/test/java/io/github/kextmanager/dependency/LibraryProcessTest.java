package io.github.kextmanager.dependency;

import static io.github.kextmanager.dependency.KextFixture.kext;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.validation.Diagnostic;
import io.github.kextmanager.validation.Finding;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A process that asks about several kexts, in an order of its own. */
class LibraryProcessTest {
  private final KextFixture iokit = kext("com.apple.kpi.iokit").kernelComponent();
  private final KextFixture broken = kext("broken").needs("missing", "com.apple.kpi.iokit");
  private final KextFixture driver = kext("driver").needs("broken", "com.apple.kpi.iokit");
  private final List<LibraryMessage> logged = new ArrayList<>();
  private final LibraryProcess process =
      KextRepository.of(List.of(iokit, broken, driver), Repositories.CATALINA).process(logged::add);

  @Test
  void logs_a_line_before_it_answers() {
    assertThat(process.resolve(broken)).isFalse();

    assertThat(logged)
        .containsExactly(
            new LibraryMessage(
                LibraryMessage.Level.ERROR,
                "/Library/Extensions/broken.kext - dependency 'missing' not found."));
  }

  @Test
  void keeps_what_it_finds_for_every_kext_on_the_way() {
    process.resolve(driver);

    assertThat(process.findings(driver))
        .containsExactly(Finding.named(Diagnostic.INDIRECT_DEPENDENCY, "broken"));
    assertThat(process.findings(broken))
        .containsExactly(Finding.named(Diagnostic.LIBRARY_NOT_FOUND, "missing"));
  }

  @Test
  void has_no_load_list_while_something_is_missing() {
    assertThat(process.loadList(driver)).isEmpty();
    assertThat(process.loadList(iokit)).contains(List.of(iokit));
  }
}
