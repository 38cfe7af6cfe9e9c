package io.github.kextmanager.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.model.Architecture;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.KextVersion;
import io.github.kextmanager.model.ReportedVersion;
import io.github.kextmanager.model.VersionGrammar;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KextBundleReaderTest {
  private static final String FOO = "/Library/Extensions/Foo.kext";

  @TempDir Path root;

  private DiskFixture disk;
  private KextBundleReader reader;

  @BeforeEach
  void make_a_disk() {
    disk = new DiskFixture(root);
    reader = new KextBundleReader(root);
  }

  @Test
  void reads_what_a_kext_says_of_itself() {
    disk.kext(
        FOO,
        Map.of(
            "OSBundleCompatibleVersion", "<string>1.0</string>",
            "CFBundleExecutable", "<string>Foo</string>",
            "OSBundleLibraries",
                "<dict><key>com.example.z</key><string>2</string>"
                    + "<key>com.example.a</key><string>odd</string></dict>",
            "OSBundleRequired", "<string>Safe Boot</string>",
            "IOKitPersonalities", "<dict><key>Two</key><dict/><key>One</key><dict/></dict>"));

    KextBundle bundle = reader.read(Path.of(FOO));

    assertThat(bundle.path()).isEqualTo(Path.of(FOO));
    assertThat(bundle.identifier()).isEqualTo(BundleIdentifier.of("com.example.driver"));
    assertThat(bundle.version()).isEqualTo(new ReportedVersion("1.2.3"));
    assertThat(bundle.versionIn(VersionGrammar.MODERN)).contains(KextVersion.of(1, 2, 3));
    assertThat(bundle.properties().get(KextKey.COMPATIBLE_VERSION)).isEqualTo(present("1.0"));
    assertThat(bundle.executable()).contains("Foo");
    assertThat(bundle.properties().get(KextKey.REQUIRED)).isEqualTo(present("Safe Boot"));
    assertThat(bundle.properties().get(KextKey.LIBRARIES).asOptional().orElseThrow())
        .containsOnly(
            Map.entry("com.example.a", present("odd")), Map.entry("com.example.z", present("2")));
    assertThat(bundle.properties().get(KextKey.PERSONALITIES).asOptional().orElseThrow())
        .containsOnlyKeys("One", "Two");
    assertThat(bundle.kernelRefusal()).isEmpty();
    assertThat(bundle.isCodeless()).isFalse();
  }

  @Test
  void what_is_not_said_is_empty() {
    disk.kext(FOO);

    KextBundle bundle = reader.read(Path.of(FOO));

    assertThat(bundle.executable()).isEmpty();
    assertThat(bundle.properties().get(KextKey.LIBRARIES).isAbsent()).isTrue();
    assertThat(bundle.isCodeless()).isTrue();
  }

  @Test
  void a_kext_with_the_code_of_another_is_not_codeless() {
    disk.kext(
        FOO, Map.of("OSBundleSharedExecutableIdentifier", "<string>com.example.other</string>"));

    assertThat(reader.read(Path.of(FOO)).isCodeless()).isFalse();
  }

  @Test
  void a_key_for_an_architecture_takes_the_place_of_the_plain_one_there() {
    disk.kext(
        FOO,
        Map.of(
            "OSBundleLibraries", "<dict><key>com.example.a</key><string>1</string></dict>",
            "OSBundleLibraries_x86_64", "<dict><key>com.example.b</key><string>2</string></dict>",
            "OSBundleCompatibleVersion_arm64", "<string>3</string>"));

    KextBundle bundle = reader.read(Path.of(FOO));

    KextProperties says = bundle.properties();
    assertThat(says.get(KextKey.LIBRARIES, Architecture.X86_64H).asOptional().orElseThrow())
        .containsOnlyKeys("com.example.b");
    assertThat(says.get(KextKey.LIBRARIES, Architecture.I386).asOptional().orElseThrow())
        .containsOnlyKeys("com.example.a");
    assertThat(says.get(KextKey.COMPATIBLE_VERSION, Architecture.ARM64E)).isEqualTo(present("3"));
    assertThat(says.get(KextKey.COMPATIBLE_VERSION, Architecture.X86_64).isAbsent()).isTrue();
  }

  @Test
  void a_key_for_a_variant_of_an_architecture_is_never_looked_at() {
    disk.kext(
        FOO,
        Map.of(
            "OSBundleCompatibleVersion_x86_64h", "<true/>", "CFBundleVersion_x86_64", "<true/>"));

    KextProperties says = reader.read(Path.of(FOO)).properties();

    assertThat(says.get(KextKey.COMPATIBLE_VERSION, Architecture.X86_64H).isAbsent()).isTrue();
    assertThat(says.get(KextKey.VERSION, Architecture.X86_64)).isEqualTo(present("1.2.3"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Contents/Info.plist",
        "Resources/Info.plist",
        "Support Files/Info.plist",
        "Info.plist"
      })
  void knows_four_layouts(String infoPlist) {
    disk.file(FOO + "/" + infoPlist, DiskFixture.infoPlist(Map.of()));

    assertThat(reader.read(Path.of(FOO)).identifier().value()).isEqualTo("com.example.driver");
  }

  @Test
  void contents_count_for_more_than_the_top() {
    disk.kext(FOO).file(FOO + "/Info.plist", "nonsense");

    assertThat(reader.read(Path.of(FOO)).identifier().value()).isEqualTo("com.example.driver");
  }

  @Test
  void the_info_plist_may_be_a_link_and_so_may_contents() {
    disk.file(FOO + "/Real/Real.plist", DiskFixture.infoPlist(Map.of()))
        .link(FOO + "/Real/Info.plist", "Real.plist")
        .link(FOO + "/Contents", FOO + "/Real");

    assertThat(reader.read(Path.of(FOO)).identifier().value()).isEqualTo("com.example.driver");
  }

  @ParameterizedTest
  @ValueSource(strings = {"With Space", ".Hidden", "Ünïcode", "a.kext", "-rf", "$(id)"})
  void odd_names_are_names(String stem) {
    String path = "/Library/Extensions/" + stem + ".kext";
    disk.kext(path);

    assertThat(reader.read(Path.of(path)).path()).isEqualTo(Path.of(path));
  }

  @Test
  void links_on_the_way_are_followed_below_the_root() {
    disk.kext("/private/tmp/Foo.kext").link("/tmp", "/private/tmp");

    assertThat(reader.read(Path.of("/tmp/Foo.kext")).path())
        .isEqualTo(Path.of("/private/tmp/Foo.kext"));
  }

  @Test
  void an_info_plist_that_only_the_kernel_accepts_is_read() {
    disk.file(FOO + "/Contents/Info.plist", DiskFixture.infoPlist(Map.of()) + "trailing text");

    assertThat(reader.read(Path.of(FOO)).kernelRefusal()).isEmpty();
  }

  @Test
  void an_info_plist_that_only_the_kernel_refuses_is_read_with_its_words() {
    String lines = DiskFixture.infoPlist(Map.of()).replace("\n", "\r\n");
    disk.file(FOO + "/Contents/Info.plist", lines);

    assertThat(reader.read(Path.of(FOO)).kernelRefusal())
        .contains(
            "IOCFUnserialize: syntax error near line 1: "
                + "a carriage return stands outside of a tag");
  }

  private static Property<String> present(String text) {
    return new Property.Present<>(text);
  }
}
