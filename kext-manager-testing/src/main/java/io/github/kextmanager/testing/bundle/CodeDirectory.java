package io.github.kextmanager.testing.bundle;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes a code directory of version 0x20200: whose code it is, and the hashes of its pages and of
 * the files that belong to it (xnu, cs_blobs.h).
 */
final class CodeDirectory {
  private static final int MAGIC = 0xfade0c02;
  private static final int VERSION = 0x20200;
  private static final int HEADER = 52;
  private static final int AD_HOC = 0x2;
  private static final byte SHA_256 = 2;
  private static final int PAGE_BITS = 12;
  private static final int PAGE = 1 << PAGE_BITS;

  private final byte[] texts;
  private final int identifierSize;
  private final Signing signing;
  private final Seal seal;
  private final SpecialHashes special;

  CodeDirectory(String identifier, Signing signing, Seal seal, SpecialHashes special) {
    byte[] name = terminated(identifier);
    byte[] team = signing.teamName().map(CodeDirectory::terminated).orElse(new byte[0]);
    this.texts = ByteBuffer.allocate(name.length + team.length).put(name).put(team).array();
    this.identifierSize = name.length;
    this.signing = signing;
    this.seal = seal;
    this.special = special;
  }

  private static byte[] terminated(String text) {
    return (text + "\0").getBytes(StandardCharsets.UTF_8);
  }

  int size(int codeLimit) {
    return firstHash() + pages(codeLimit) * Sha256.SIZE;
  }

  private int firstHash() {
    return HEADER + texts.length + special.count() * Sha256.SIZE;
  }

  private static int pages(int codeLimit) {
    return (codeLimit + PAGE - 1) / PAGE;
  }

  /** The directory of the beginning of a file. */
  byte[] of(byte[] file, int codeLimit) {
    int size = size(codeLimit);
    ByteBuffer blob = ByteBuffer.allocate(size).putInt(MAGIC).putInt(size).putInt(VERSION);
    blob.putInt(signing instanceof Signing.AdHoc ? AD_HOC : 0);
    blob.putInt(firstHash()).putInt(HEADER).putInt(special.count()).putInt(pages(codeLimit));
    blob.putInt(codeLimit).put((byte) Sha256.SIZE).put(SHA_256).put((byte) 0);
    blob.put((byte) PAGE_BITS).putInt(0).putInt(0);
    blob.putInt(signing.teamName().isPresent() ? HEADER + identifierSize : 0);
    blob.put(texts);
    special.writeTo(blob);
    byte[] signed = asItWasSigned(file);
    for (int at = 0; at < codeLimit; at += PAGE) {
      blob.put(Sha256.of(signed, at, Math.min(PAGE, codeLimit - at)));
    }
    return blob.array();
  }

  private byte[] asItWasSigned(byte[] file) {
    if (seal == Seal.INTACT) {
      return file;
    }
    byte[] other = file.clone();
    other[0] ^= 1;
    return other;
  }

  /** The hashes beside those of the pages: of the Info.plist, the requirements, the resources. */
  static final class SpecialHashes {
    private final List<byte[]> hashes = new ArrayList<>();

    SpecialHashes(byte[] infoPlist, Optional<byte[]> codeResources) {
      hashes.add(Sha256.of(infoPlist));
      hashes.add(Sha256.of(SignatureBlobs.requirements()));
      codeResources.ifPresent(file -> hashes.add(Sha256.of(file)));
    }

    private int count() {
      return hashes.size();
    }

    /** The one with the highest number comes first. */
    private void writeTo(ByteBuffer blob) {
      for (int i = hashes.size() - 1; i >= 0; i--) {
        blob.put(hashes.get(i));
      }
    }
  }
}
