package io.github.kextmanager.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.kextmanager.journal.JournalEvent.Begun;
import io.github.kextmanager.journal.JournalEvent.Ended;
import io.github.kextmanager.journal.JournalEvent.Left;
import io.github.kextmanager.journal.JournalEvent.Owed;
import io.github.kextmanager.journal.JournalEvent.Settled;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.ReportedVersion;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JournalTest {
  private static final BundleIdentifier WIDGET = BundleIdentifier.of("com.example.Widget");
  private static final BundleIdentifier GADGET = BundleIdentifier.of("com.example.Gadget");
  private static final BundleIdentifier OTHER = BundleIdentifier.of("com.example.Other");
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Worker WORKER =
      new Worker(4711, Optional.of(Instant.parse("2026-05-01T09:00:00Z")));
  private static final UUID CHANGE = UUID.fromString("00000000-0000-0000-0000-000000000001");

  @TempDir Path folder;
  private Path file;
  private Journal journal;

  @BeforeEach
  void open() {
    file = folder.resolve("state/journal");
    journal = new Journal(file, PATIENCE);
  }

  private static JournalEntry entry(JournalEvent event) {
    return new JournalEntry(
        Instant.parse("2026-05-01T10:00:00.123Z"),
        Optional.of(UUID.fromString("8236E878-0E59-4FDA-83B8-F310AD4B2AA8")),
        "installer of a Widget – 100 %",
        event);
  }

  private static JournalEntry owes(BundleIdentifier kext, Debt debt) {
    return entry(new Owed(bundle(kext), Aim.LOADED, debt));
  }

  private static AskedKext bundle(BundleIdentifier kext) {
    return new AskedKext(
        kext,
        Optional.of(new ReportedVersion("1.0-beta 2")),
        Set.of(new UUID(1, 2), new UUID(3, 4)),
        Optional.of(Path.of("/Library/Extensions/My Widget-1.kext")));
  }

  private static JournalEntry begins(BundleIdentifier... kexts) {
    return entry(
        new Begun(CHANGE, Aim.LOADED, Stream.of(kexts).map(AskedKext::of).toList(), WORKER));
  }

  private void write(JournalEntry... entries) {
    write(journal, entries);
  }

  private static void write(Journal journal, JournalEntry... entries) {
    try {
      journal.append(List.of(entries));
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  @Test
  void an_interrupted_thread_writes_and_reads_too_and_stays_interrupted() {
    Thread.currentThread().interrupt();

    write(owes(WIDGET, Debt.APPROVAL));
    List<JournalEntry> owed = journal.read().owed();

    boolean stillInterrupted = Thread.interrupted();
    assertThat(owed).containsExactly(owes(WIDGET, Debt.APPROVAL));
    assertThat(stillInterrupted).isTrue();
  }

  @Test
  void a_journal_that_was_never_written_is_empty() {
    assertThat(journal.read()).isEqualTo(new JournalReading(List.of(), List.of()));
  }

  @Test
  void reads_what_was_written() {
    List<JournalEntry> written =
        List.of(
            owes(WIDGET, Debt.APPROVAL),
            entry(new Owed(AskedKext.of(GADGET), Aim.ABSENT, Debt.RESTART)),
            entry(new Settled(WIDGET, Settlement.DID_NOT_TAKE)),
            begins(WIDGET, GADGET),
            entry(
                new Begun(
                    CHANGE, Aim.ABSENT, List.of(bundle(WIDGET)), new Worker(1, Optional.empty()))),
            entry(new Left(CHANGE)),
            new JournalEntry(Instant.EPOCH, Optional.empty(), "-", new Ended(CHANGE)));

    write(written.toArray(JournalEntry[]::new));

    assertThat(new Journal(file, PATIENCE).read())
        .isEqualTo(new JournalReading(written, List.of()));
  }

  @Test
  void the_last_that_is_owed_counts_until_it_is_settled() {
    write(owes(WIDGET, Debt.APPROVAL));
    write(owes(GADGET, Debt.APPROVAL));
    write(owes(WIDGET, Debt.RESTART));
    write(entry(new Settled(GADGET, Settlement.DONE)));

    assertThat(journal.read().owed()).containsExactly(owes(WIDGET, Debt.RESTART));
  }

  @Test
  void a_change_that_did_not_end_is_unfinished() {
    JournalEntry begun = begins(WIDGET);
    write(begun);
    assertThat(journal.read().unfinished())
        .extracting(UnfinishedChange::entry)
        .containsExactly(begun);

    write(entry(new Ended(CHANGE)));
    assertThat(journal.read().unfinished()).isEmpty();
  }

  @Test
  void an_entry_that_was_being_written_harms_no_other() throws IOException {
    write(owes(WIDGET, Debt.APPROVAL));
    String whole = Files.readString(file);
    Files.writeString(file, whole.substring(0, 40), StandardOpenOption.APPEND);

    write(owes(GADGET, Debt.RESTART));

    JournalReading reading = journal.read();
    assertThat(reading.entries())
        .containsExactly(owes(WIDGET, Debt.APPROVAL), owes(GADGET, Debt.RESTART));
    assertThat(reading.damaged())
        .containsExactly(
            new JournalReading.Damage(2, "its checksum is wrong", whole.substring(0, 40)));
  }

  @Test
  void every_beginning_of_a_journal_can_be_read() throws IOException {
    write(owes(WIDGET, Debt.APPROVAL));
    write(begins(WIDGET));
    String whole = Files.readString(file);

    for (int length = 0; length <= whole.length(); length++) {
      Files.writeString(file, whole.substring(0, length));
      JournalReading reading = journal.read();

      int wholeLines = (int) whole.substring(0, length).chars().filter(c -> c == '\n').count();
      assertThat(reading.entries()).hasSizeBetween(wholeLines, wholeLines + 1);
      assertThat(reading.entries().size() + reading.damaged().size()).isLessThanOrEqualTo(2);
    }
  }

  private static String line(String body) {
    var sum = new CRC32();
    sum.update(body.getBytes(UTF_8));
    return String.format(Locale.ROOT, "%08x %s", sum.getValue(), body);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "installed com.a 1.0 | 'installed' is no event that this version knows",
        "owed APPROVAL | it ends before its aim",
        "owed APPROVAL LOADED com.a 1.0 - | it ends before its bundle",
        "owed APPROVAL LOADED com.a 1.0 x - | 'x' is no list of UUIDs",
        "owed APPROVAL LOADED com.a 1.0 - - more | 'more' is more than it may hold",
        "owed LUNCH LOADED com.a 1.0 - - | 'LUNCH' is no debt",
        "settled DONE %zz | '%zz' is no identifier",
        "left 17 | '17' is no change"
      })
  void a_line_that_cannot_be_read_is_told_with_the_rule(String event, String problem)
      throws IOException {
    String line = line("1 2026-05-01T10:00:00Z - me " + event);
    write(owes(WIDGET, Debt.APPROVAL));
    Files.writeString(file, line + "\n", StandardOpenOption.APPEND);

    assertThat(journal.read().damaged())
        .containsExactly(new JournalReading.Damage(2, problem, line));
  }

  @Test
  void a_line_of_a_later_format_is_told() throws IOException {
    write(owes(WIDGET, Debt.APPROVAL));
    Files.writeString(file, line("2 anything else") + "\n", StandardOpenOption.APPEND);

    assertThat(journal.read().damaged())
        .extracting(JournalReading.Damage::problem)
        .containsExactly("'2' is no format that this version knows");
  }

  @Test
  void a_long_journal_keeps_the_lines_that_it_cannot_read_word_for_word() throws IOException {
    String later = line("1 2026-05-01T10:00:00Z - me installed com.a 1.0");
    String newer = line("2 2099-05-01T10:00:00Z");
    write(owes(WIDGET, Debt.RESTART));
    String settled = JournalLine.write(entry(new Settled(GADGET, Settlement.DONE))) + "\n";
    Files.writeString(
        file,
        later + "\n" + newer + "\njunk\n" + settled.repeat(10_000),
        StandardOpenOption.APPEND);

    write(owes(GADGET, Debt.APPROVAL));

    assertThat(Files.readAllLines(file))
        .containsExactly(
            later,
            newer,
            "junk",
            JournalLine.write(owes(WIDGET, Debt.RESTART)),
            JournalLine.write(owes(GADGET, Debt.APPROVAL)));
  }

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void loses_nothing_when_many_threads_write() {
    IntStream.range(0, 200)
        .parallel()
        .forEach(
            i ->
                write(
                    new Journal(file, PATIENCE),
                    owes(BundleIdentifier.of("com.a." + i), Debt.RESTART)));

    assertThat(journal.read().owed()).hasSize(200);
    assertThat(journal.read().damaged()).isEmpty();
  }

  @Test
  void a_long_journal_keeps_what_is_owed_and_what_is_unfinished() throws IOException {
    JournalEntry begun = begins(OTHER);
    write(owes(WIDGET, Debt.RESTART));
    write(begun);
    String settled =
        JournalLine.write(entry(new Settled(BundleIdentifier.of("com.a.b"), Settlement.DONE)))
            + "\n";
    Files.writeString(file, settled.repeat(10_000), StandardOpenOption.APPEND);

    write(owes(GADGET, Debt.APPROVAL));

    assertThat(Files.size(file)).isLessThan(2000);
    assertThat(journal.read().owed())
        .containsExactly(owes(WIDGET, Debt.RESTART), owes(GADGET, Debt.APPROVAL));
    assertThat(journal.read().unfinished())
        .extracting(UnfinishedChange::entry)
        .containsExactly(begun);
  }

  @Test
  void a_long_journal_stays_as_private_as_it_was() throws IOException {
    write(owes(WIDGET, Debt.RESTART));
    Set<PosixFilePermission> mode = PosixFilePermissions.fromString("rw-------");
    Files.setPosixFilePermissions(file, mode);
    String settled = JournalLine.write(entry(new Settled(GADGET, Settlement.DONE))) + "\n";
    Files.writeString(file, settled.repeat(10_000), StandardOpenOption.APPEND);

    write(owes(GADGET, Debt.APPROVAL));

    assertThat(Files.size(file)).isLessThan(2000);
    assertThat(Files.getPosixFilePermissions(file)).isEqualTo(mode);
  }

  @Test
  void what_root_writes_for_another_stays_theirs() throws IOException {
    UserPrincipal nobody = somebodyElse();
    assumeTrue(isGivenTo(folder, nobody), "needs root");

    write(owes(WIDGET, Debt.RESTART));

    Path place = folder.resolve("state");
    assertThat(Files.getOwner(place)).isEqualTo(nobody);
    assertThat(Files.getOwner(file)).isEqualTo(nobody);
    assertThat(Files.getOwner(place.resolve("journal.lock"))).isEqualTo(nobody);
  }

  private static UserPrincipal somebodyElse() throws IOException {
    return FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
  }

  private static boolean isGivenTo(Path folder, UserPrincipal user) {
    try {
      Files.setOwner(folder, user);
      return true;
    } catch (IOException notRoot) {
      return false;
    }
  }

  @Test
  void decides_by_what_it_holds_while_nobody_else_can_write() throws InterruptedException {
    write(owes(WIDGET, Debt.RESTART));

    journal.append(
        reading ->
            reading.owed().isEmpty()
                ? List.of()
                : List.of(entry(new Settled(WIDGET, Settlement.DONE))));

    assertThat(journal.read().owed()).isEmpty();
  }

  @Test
  void follows_no_link_that_took_its_place() throws IOException {
    Path elsewhere = Files.createFile(folder.resolve("elsewhere"));
    Files.createDirectories(file.getParent());
    Files.createSymbolicLink(file, elsewhere);

    assertThatThrownBy(() -> write(owes(WIDGET, Debt.APPROVAL)))
        .isInstanceOf(JournalException.class)
        .hasMessageContaining(file.toString());
    assertThat(elsewhere).isEmptyFile();
  }

  @Test
  void refuses_a_file_that_is_no_journal_by_its_length() throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, new byte[(16 << 20) + 1]);

    assertThatThrownBy(() -> journal.read())
        .isInstanceOf(JournalException.class)
        .hasMessageContaining("16777216");
  }

  @Test
  void what_was_learnt_of_a_kext_since_ends_what_was_unknown_of_it() {
    write(
        begins(WIDGET, GADGET),
        entry(new Left(CHANGE)),
        entry(new Settled(WIDGET, Settlement.DONE)));

    assertThat(journal.read().unfinished())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.begun().kexts()).containsExactly(AskedKext.of(GADGET));
              assertThat(change.left()).contains(entry(new Left(CHANGE)));
            });
  }

  @Test
  void a_long_journal_keeps_what_began_after_something_was_owed() throws IOException {
    write(owes(WIDGET, Debt.RESTART), begins(WIDGET), entry(new Left(CHANGE)));
    String settled = JournalLine.write(entry(new Settled(GADGET, Settlement.DONE))) + "\n";
    Files.writeString(file, settled.repeat(10_000), StandardOpenOption.APPEND);

    write(owes(GADGET, Debt.APPROVAL));

    assertThat(journal.read().entries())
        .containsExactly(
            owes(WIDGET, Debt.RESTART),
            begins(WIDGET),
            entry(new Left(CHANGE)),
            owes(GADGET, Debt.APPROVAL));
  }

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void waits_for_no_pipe() throws Exception {
    Files.createDirectories(file.getParent());
    assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor()).isZero();

    assertThatThrownBy(() -> journal.read())
        .isInstanceOf(JournalException.class)
        .hasMessage("The journal %s is not a file.", file);
    assertThatThrownBy(() -> write(owes(WIDGET, Debt.APPROVAL)))
        .isInstanceOf(JournalException.class)
        .hasMessage("The journal %s is not a file.", file);
  }
}
