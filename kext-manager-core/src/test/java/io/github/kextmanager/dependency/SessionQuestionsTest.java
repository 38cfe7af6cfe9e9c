package io.github.kextmanager.dependency;

import static io.github.kextmanager.dependency.KextFixture.kext;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.model.Architecture;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.validation.Diagnostic;
import io.github.kextmanager.validation.Finding;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What Apple's library does otherwise than anybody would expect. */
class SessionQuestionsTest {
  private final KextFixture iokit = kext("com.apple.kpi.iokit").kernelComponent();

  @Test
  void logs_a_missing_library_again_for_each_question() {
    KextFixture driver = kext("driver").needs("missing");
    var session = new LibrarySession(new MacOsVersion(10, 15, 0), driver);
    SessionQuestions questions = questions(session, driver);

    questions.resolve(driver);
    questions.validateLibraries(driver);

    assertThat(session.messages())
        .containsExactly(
            "/Library/Extensions/driver.kext - dependency 'missing' not found.",
            "/Library/Extensions/driver.kext - dependency 'missing' not found.");
    assertThat(session.findings(driver))
        .containsExactlyInAnyOrder(
            Finding.named(Diagnostic.LIBRARY_NOT_FOUND, "missing"),
            Finding.of(Diagnostic.NO_KPI_LIBRARIES));
  }

  @Test
  void calls_a_missing_library_otherwise_up_to_10_10() {
    KextFixture driver = kext("driver").needs("missing");
    var session = new LibrarySession(new MacOsVersion(10, 10, 5), driver);

    questions(session, driver).resolve(driver);

    assertThat(session.messages())
        .containsExactly("/Library/Extensions/driver.kext - no dependency found for missing.");
  }

  @Test
  void refuses_two_copies_of_one_kext_only_the_first_time() {
    KextFixture newer = kext("a@2").version("2.0", "2.0").needs("a", "com.apple.kpi.iokit");
    KextFixture older = kext("a@1").needs("com.apple.kpi.iokit");
    var session = new LibrarySession(new MacOsVersion(10, 15, 0), newer);
    SessionQuestions questions = questions(session, older, newer, iokit);

    assertThat(questions.resolve(newer)).isFalse();
    assertThat(questions.resolve(newer)).isTrue();
    assertThat(questions.loadList(newer)).contains(List.of(iokit, older, newer));
  }

  @Test
  void puts_a_broken_library_down_to_every_kext_on_the_way_to_it() {
    KextFixture driver = kext("driver").needs("family", "com.apple.kpi.iokit");
    KextFixture family = kext("family").needs("base", "com.apple.kpi.iokit");
    KextFixture base = kext("base").needs("missing", "com.apple.kpi.iokit");
    var session = new LibrarySession(new MacOsVersion(10, 15, 0), driver);

    questions(session, driver, family, base, iokit).resolve(driver);

    assertThat(session.findings(driver))
        .containsExactly(
            Finding.named(Diagnostic.INDIRECT_DEPENDENCY, "base"),
            Finding.named(Diagnostic.INDIRECT_DEPENDENCY, "family"));
  }

  @Test
  void comes_to_an_end_in_a_ring() {
    KextFixture a = kext("a").needs("b", "com.apple.kpi.iokit");
    KextFixture b = kext("b").needs("a", "com.apple.kpi.iokit");
    var session = new LibrarySession(new MacOsVersion(10, 15, 0), a);
    SessionQuestions questions = questions(session, a, b, iokit);

    assertThat(questions.resolve(a)).isFalse();
    assertThat(questions.partialLoadList(a)).isEmpty();
    assertThat(questions.linkLibraries(a)).containsExactly(b, iokit);
    assertThat(session.findings(a))
        .containsExactly(
            Finding.named(Diagnostic.CIRCULAR, "a"),
            Finding.named(Diagnostic.INDIRECT_DEPENDENCY, "a"),
            Finding.named(Diagnostic.INDIRECT_DEPENDENCY, "b"));
  }

  @Test
  void cuts_the_text_of_a_graph_that_has_too_many_ways() {
    KextFixture[] kexts = new KextFixture[60];
    kexts[0] = kext("kext0").needs("com.apple.kpi.iokit");
    kexts[1] = kext("kext1").needs("com.apple.kpi.iokit");
    for (int i = 2; i < kexts.length; i++) {
      kexts[i] = kext("kext" + i).needs("kext" + (i - 1), "kext" + (i - 2), "com.apple.kpi.iokit");
    }
    KextFixture top = kexts[kexts.length - 1];
    var session = new LibrarySession(new MacOsVersion(10, 15, 0), top);
    RepositoryKext[] all = Arrays.copyOf(kexts, 61, RepositoryKext[].class);
    all[60] = iokit;

    assertThat(new GraphText(session, questions(session, all)).of(top))
        .endsWith("... (cut after 100000 lines)\n");
  }

  private static SessionQuestions questions(LibrarySession session, RepositoryKext... kexts) {
    var index = new KextIndex(List.of(kexts));
    var chooser =
        new LibraryChooser(
            index,
            LoadedKexts.unknown(Repositories.CATALINA.versions()),
            Repositories.CATALINA.release());
    return new SessionQuestions(session, chooser, new KernelLink(index, Architecture.X86_64));
  }
}
