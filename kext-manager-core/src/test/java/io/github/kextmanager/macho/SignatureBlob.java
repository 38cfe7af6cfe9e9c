package io.github.kextmanager.macho;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes code signatures whose hashes are right, and puts them into executables. */
public final class SignatureBlob {
  static final int ADHOC = 0x2;
  static final int PAGE_BITS = 8;

  private static final int HEADER = 64;

  private final Map<Integer, byte[]> parts = new LinkedHashMap<>();
  private final Map<SpecialSlot, byte[]> files = new TreeMap<>();
  private List<HashType> hashes = List.of(HashType.SHA_256);
  private int flags;
  private @Nullable String team;

  private SignatureBlob() {}

  public static SignatureBlob create() {
    return new SignatureBlob();
  }

  SignatureBlob hashes(HashType... types) {
    this.hashes = List.of(types);
    return this;
  }

  SignatureBlob flags(int bits) {
    this.flags = bits;
    return this;
  }

  SignatureBlob team(String identifier) {
    this.team = identifier;
    return this;
  }

  public SignatureBlob covering(SpecialSlot slot, byte[] file) {
    files.put(slot, file);
    return this;
  }

  SignatureBlob requirements() {
    parts.put(2, blob(0xfade0c01, new byte[4]));
    return this;
  }

  SignatureBlob entitlements(String text) {
    parts.put(5, blob(0xfade7171, text.getBytes(UTF_8)));
    return this;
  }

  SignatureBlob cms(byte[] content) {
    parts.put(0x10000, blob(0xfade0b01, content));
    return this;
  }

  /** An executable with this signature at its end. */
  public byte[] sign(Supplier<Code> code) {
    int limit = code.get().command(0x1d, 0, 0).build().length;
    int size = build(new byte[limit]).length;
    byte[] signed = code.get().command(0x1d, limit, size).build();
    return Der.join(signed, build(signed));
  }

  /** The signature of some code. */
  byte[] build(byte[] code) {
    Map<Integer, byte[]> all = new LinkedHashMap<>();
    for (int i = 0; i < hashes.size(); i++) {
      all.put(i == 0 ? 0 : 0x1000 + i - 1, directory(code, hashes.get(i)));
    }
    all.putAll(parts);
    int size = 12 + all.size() * 8 + all.values().stream().mapToInt(part -> part.length).sum();
    ByteBuffer out = ByteBuffer.allocate(size).putInt(0xfade0cc0).putInt(size).putInt(all.size());
    int at = 12 + all.size() * 8;
    for (Map.Entry<Integer, byte[]> part : all.entrySet()) {
      out.putInt(part.getKey()).putInt(at);
      at += part.getValue().length;
    }
    all.values().forEach(out::put);
    return out.array();
  }

  /** A code directory of some code. */
  public byte[] directory(byte[] code, HashType hash) {
    byte[] names =
        ("com.example.driver\0" + Optional.ofNullable(team).orElse("") + "\0").getBytes(UTF_8);
    int page = 1 << PAGE_BITS;
    int pages = (code.length + page - 1) / page;
    int special = SpecialSlot.values().length;
    int zero = HEADER + names.length + special * hash.size();
    int size = zero + pages * hash.size();
    ByteBuffer out =
        ByteBuffer.allocate(size)
            .putInt(0xfade0c02)
            .putInt(size)
            .putInt(0x20300)
            .putInt(flags)
            .putInt(zero)
            .putInt(HEADER)
            .putInt(special)
            .putInt(pages)
            .putInt(code.length)
            .put((byte) hash.size())
            .put((byte) number(hash))
            .put((byte) 0)
            .put((byte) PAGE_BITS)
            .putInt(0)
            .putInt(0)
            .putInt(team == null ? 0 : HEADER + "com.example.driver\0".length());
    out.position(HEADER);
    out.put(names);
    for (SpecialSlot slot : SpecialSlot.values()) {
      byte[] covered = slot.isFile() ? files.get(slot) : parts.get(slot.number());
      if (covered != null) {
        out.position(zero - slot.number() * hash.size());
        out.put(hash.of(covered));
      }
    }
    out.position(zero);
    for (int i = 0; i < pages; i++) {
      int end = Math.min(code.length, (i + 1) * page);
      out.put(hash.of(Arrays.copyOfRange(code, i * page, end)));
    }
    return out.array();
  }

  static byte[] blob(int magic, byte[] content) {
    return ByteBuffer.allocate(8 + content.length)
        .putInt(magic)
        .putInt(8 + content.length)
        .put(content)
        .array();
  }

  private static int number(HashType hash) {
    return switch (hash) {
      case SHA_1 -> 1;
      case SHA_256 -> 2;
      case SHA_256_TRUNCATED -> 3;
      case SHA_384 -> 4;
    };
  }
}
