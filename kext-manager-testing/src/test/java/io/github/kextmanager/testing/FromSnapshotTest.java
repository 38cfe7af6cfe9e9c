package io.github.kextmanager.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.KextSnapshot;
import io.github.kextmanager.model.LoadTag;
import io.github.kextmanager.model.LoadedKext;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.model.ReportedVersion;
import io.github.kextmanager.testing.Commands.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A Mac that holds what a real one's table shows. */
class FromSnapshotTest {
  private static final BundleIdentifier WIDGET = BundleIdentifier.of("com.example.driver.Widget");
  private static final String TABLE =
      """
      Index Refs Address            Size       Wired      Name (Version) UUID <Linked Against>
          1   83 0xffffff7f80a42000 0x9c80     0x9c80     com.apple.kpi.bsd (19.6.0) 52553255-8EC4-457A-80B1-71EC3236AD45
          4  117 0xffffff7f80a25000 0xd000     0xd000     com.apple.kpi.libkern (19.6.0) 5CE85EA6-AD77-4906-A92F-BE5C5F050608
         27    2 0xffffff7f80e00000 0x5000     0x5000     com.example.lib.Gears (3.1) 6A1C3B5E-0000-4000-8000-0000000000AA <4 1>
         41    0 0xffffff7f80f00000 0x2000     0x2000     com.example.driver.Widget (1.2b3) no UUID <27 4>
      """;

  private static final KextSnapshot SNAPSHOT =
      new KextSnapshot(
          Instant.EPOCH,
          List.of(
              kext(1, 83, 0xffffff7f80a42000L, 0x9c80, "com.apple.kpi.bsd (19.6.0)")
                  .with("52553255-8EC4-457A-80B1-71EC3236AD45"),
              kext(4, 117, 0xffffff7f80a25000L, 0xd000, "com.apple.kpi.libkern (19.6.0)")
                  .with("5CE85EA6-AD77-4906-A92F-BE5C5F050608"),
              kext(27, 2, 0xffffff7f80e00000L, 0x5000, "com.example.lib.Gears (3.1)", 4, 1)
                  .with("6A1C3B5E-0000-4000-8000-0000000000AA"),
              kext(41, 0, 0xffffff7f80f00000L, 0x2000, "com.example.driver.Widget (1.2b3)", 27, 4)
                  .withoutUuid()));

  private final SimulatedMac mac =
      SimulatedMac.from(SNAPSHOT, MacOsVersion.parse("10.15.7")).build();
  private final Commands commands = new Commands(mac);

  @AfterEach
  void close() {
    mac.close();
  }

  @Test
  void prints_the_table_byte_for_byte() {
    assertThat(commands.run("/usr/sbin/kextstat")).isEqualTo(new Answer(0, TABLE, ""));
  }

  @Test
  void gives_later_loads_a_tag_and_an_address_after_the_highest() {
    mac.approve(BundleIdentifier.of("com.example.driver.Gadget"));
    mac.install(TestKext.named("com.example.driver.Gadget"));

    assertThat(commands.run("/sbin/kextload", "-b", "com.example.driver.Gadget"))
        .isEqualTo(Answer.SILENT_SUCCESS);
    assertThat(commands.run("/usr/sbin/kextstat", "-lb", "com.example.driver.Gadget").stdout())
        .startsWith("   42    0 0xffffff7f80f02000 0x4000 ")
        .endsWith(" <4>\n");
  }

  @Test
  void counts_references_from_what_the_table_shows() {
    commands.run("/sbin/kextunload", "-b", WIDGET.value());

    assertThat(mac.kernel().find(BundleIdentifier.of("com.example.lib.Gears")))
        .get()
        .extracting(LoadedKext::references)
        .isEqualTo(OptionalInt.of(1));
  }

  @Test
  void keeps_a_kext_that_something_unseen_refers_to() {
    commands.run("/sbin/kextunload", "-b", WIDGET.value());

    assertThat(commands.run("/sbin/kextunload", "-b", "com.example.lib.Gears").status())
        .isEqualTo(3);
  }

  @Test
  void takes_a_held_kext_for_loaded_and_can_load_it_again() {
    assertThat(commands.run("/sbin/kextload", "-b", WIDGET.value()))
        .isEqualTo(Answer.SILENT_SUCCESS);
    commands.run("/sbin/kextunload", "-b", WIDGET.value());

    assertThat(commands.run("/sbin/kextload", "-b", WIDGET.value()))
        .isEqualTo(Answer.SILENT_SUCCESS);
    assertThat(mac.kernel().find(WIDGET)).get().extracting(LoadedKext::tag).isEqualTo(tag(42));
  }

  @Test
  void holds_the_same_after_a_restart() {
    commands.run("/sbin/kextunload", "-b", WIDGET.value());

    mac.restart();

    assertThat(commands.run("/usr/sbin/kextstat").stdout()).isEqualTo(TABLE);
  }

  @Test
  void forgets_a_kext_whose_bundle_was_deleted_at_the_next_start() throws IOException {
    Files.delete(mac.root().resolve("Library/Extensions/Widget.kext/Contents/Info.plist"));

    mac.restart();

    assertThat(mac.kernel().find(WIDGET)).isEmpty();
  }

  @Test
  void can_start_a_held_kext_again_without_a_restart_on_macos_14() {
    try (SimulatedMac sonoma = SimulatedMac.from(SNAPSHOT, MacOsVersion.parse("14.5")).build()) {
      var kmutil = new Commands(sonoma);
      kmutil.run("/usr/bin/kmutil", "unload", "-b", WIDGET.value());

      assertThat(kmutil.run("/usr/bin/kmutil", "load", "-b", WIDGET.value()))
          .isEqualTo(Answer.SILENT_SUCCESS);
    }
  }

  @Test
  void prints_the_table_with_brackets_on_macos_14() {
    try (SimulatedMac sonoma = SimulatedMac.from(SNAPSHOT, MacOsVersion.parse("14.5")).build()) {
      assertThat(new Commands(sonoma).run("/usr/bin/kmutil", "showloaded").stdout().lines())
          .element(1)
          .asString()
          .endsWith("com.apple.kpi.bsd (19.6.0) 52553255-8EC4-457A-80B1-71EC3236AD45 <>");
    }
  }

  private static Row kext(
      int tag, int references, long address, long size, String name, int... libraries) {
    return new Row(
        tag,
        references,
        address,
        size,
        name,
        IntStream.of(libraries).mapToObj(FromSnapshotTest::tag).toList());
  }

  private record Row(
      int tag,
      int references,
      long address,
      long size,
      String name,
      List<Optional<LoadTag>> libraries) {
    LoadedKext with(String uuid) {
      return kext(Optional.of(UUID.fromString(uuid)));
    }

    LoadedKext withoutUuid() {
      return kext(Optional.empty());
    }

    private LoadedKext kext(Optional<UUID> uuid) {
      int blank = name.indexOf(' ');
      return new LoadedKext(
          FromSnapshotTest.tag(tag),
          OptionalInt.of(references),
          OptionalLong.of(address),
          OptionalLong.of(size),
          OptionalLong.of(size),
          Optional.empty(),
          BundleIdentifier.reported(name.substring(0, blank)),
          new ReportedVersion(name.substring(blank + 2, name.length() - 1)),
          uuid,
          Optional.of(libraries));
    }
  }

  private static Optional<LoadTag> tag(int value) {
    return Optional.of(new LoadTag(value));
  }
}
