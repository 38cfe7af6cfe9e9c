package io.github.kextmanager.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What inspect says of signatures. */
class InspectSignatureTest {
  private static final String WITH_CODE =
      """
      <plist version="1.0"><dict>
      <key>CFBundlePackageType</key><string>KEXT</string>
      <key>CFBundleIdentifier</key><string>com.example.Coded</string>
      <key>CFBundleVersion</key><string>1.0</string>
      <key>CFBundleExecutable</key><string>Coded</string>
      </dict></plist>
      """;

  @TempDir Path folder;
  private Bundles bundles;
  private Path infoPlist;

  @BeforeEach
  void sign() throws IOException, GeneralSecurityException {
    bundles = new Bundles(folder);
    bundles.add("Bare", "");
    infoPlist = bundles.bundle("Bare").resolve("Contents/Info.plist");
    Path signature = Files.createDirectory(infoPlist.resolveSibling("_CodeSignature"));
    Files.write(signature.resolve("CodeDirectory"), codeDirectory(Files.readAllBytes(infoPlist)));
  }

  @Test
  void a_signature_is_told_and_that_nobody_verified_it() {
    assertThat(run("Bare").out())
        .contains(
            """
              signature: com.example.Bare
                team: none
                signed by: nobody (ad hoc)
                flags: adhoc
                SHA-256, cdhash \
            """)
        .contains(": the only page matches; Info.plist matches\n")
        .contains("Read and compared only: nobody verified the signatures themselves.\n");
  }

  @Test
  void a_property_list_that_was_changed_after_signing_is_told() throws IOException {
    Files.writeString(infoPlist, Files.readString(infoPlist).replace("1.0</", "1.1</"));

    assertThat(run("Bare").out()).contains("1 of 1 pages DIFFER; Info.plist DIFFERS\n");
  }

  @Test
  void a_signature_is_an_object_for_scripts() {
    JsonObject json = run("Bare", "--json").json().get(0);
    JsonObject signature = json.getAsJsonArray("signature").get(0).getAsJsonObject();

    assertThat(json.get("signatureVerified").getAsBoolean()).isFalse();
    assertThat(signature.get("architecture").isJsonNull()).isTrue();
    assertThat(signature.get("state").getAsString()).isEqualTo("READ");
    assertThat(signature.get("identifier").getAsString()).isEqualTo("com.example.Bare");
    assertThat(signature.get("teamIdentifier").isJsonNull()).isTrue();
    assertThat(signature.get("isAdHoc").getAsBoolean()).isTrue();
    assertThat(signature.get("hashes").toString()).isEqualTo("[\"SHA_256\"]");
    assertThat(signature.get("cdHash").getAsString()).hasSize(40);
    assertThat(signature.get("matchesBundle").getAsBoolean()).isTrue();
    assertThat(signature.get("certificates").toString()).isEqualTo("[]");
    assertThat(signature.get("leafIsForKexts").isJsonNull()).isTrue();
  }

  @Test
  void code_without_signature_is_told_by_its_architecture() throws IOException {
    code(
        ByteBuffer.allocate(32)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(0xfeedfacf)
            .putInt(0x0100_0007)
            .putInt(3)
            .putInt(11)
            .array());

    JsonObject signature =
        run("Coded", "--json").json().get(0).getAsJsonArray("signature").get(0).getAsJsonObject();

    assertThat(run("Coded").out()).contains("  signature of x86_64: none\n");
    assertThat(signature.get("state").getAsString()).isEqualTo("UNSIGNED");
    assertThat(signature.get("architecture").getAsString()).isEqualTo("x86_64");
    assertThat(signature.get("identifier").isJsonNull()).isTrue();
  }

  @Test
  void of_what_is_no_code_no_signature_is_known() throws IOException {
    code("#!/bin/sh\n".getBytes(UTF_8));

    JsonObject json = run("Coded", "--json").json().get(0);

    assertThat(run("Coded").out()).contains("  signature: not known. The file does not begin");
    assertThat(json.get("signature").isJsonNull()).isTrue();
    assertThat(json.get("signatureUnknown").getAsString()).startsWith("The file does not begin");
  }

  private void code(byte[] bytes) throws IOException {
    Path contents = bundles.write("Coded", WITH_CODE).resolveSibling("MacOS");
    Files.write(Files.createDirectories(contents).resolve("Coded"), bytes);
  }

  /** One that covers the Info.plist in place of code, and as Info.plist. */
  private static byte[] codeDirectory(byte[] infoPlist) throws GeneralSecurityException {
    byte[] identifier = "com.example.Bare\0".getBytes(UTF_8);
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(infoPlist);
    int names = 44;
    int zero = names + identifier.length + hash.length;
    ByteBuffer directory =
        ByteBuffer.allocate(zero + hash.length)
            .putInt(0xfade0c02)
            .putInt(zero + hash.length)
            .putInt(0x20001)
            .putInt(0x2)
            .putInt(zero)
            .putInt(names)
            .putInt(1)
            .putInt(1)
            .putInt(infoPlist.length)
            .put((byte) hash.length)
            .put((byte) 2)
            .put((byte) 0)
            .put((byte) 12)
            .putInt(0);
    return directory.position(names).put(identifier).put(hash).put(hash).array();
  }

  private KextmRun run(String name, String... more) {
    String[] words = new String[6 + more.length];
    String[] first = {"inspect", "--root", folder.toString(), "--as", "10.15"};
    System.arraycopy(first, 0, words, 0, 5);
    words[5] = "/Library/Extensions/" + name + ".kext";
    System.arraycopy(more, 0, words, 6, more.length);
    return KextmRun.of(words);
  }
}
