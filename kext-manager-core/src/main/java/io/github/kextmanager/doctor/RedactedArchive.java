package io.github.kextmanager.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.kextmanager.command.record.Redaction;
import io.github.kextmanager.command.record.TextRedactor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A report in one zip file, without the names of user and machine, marks of the hardware and
 * secrets. It begins with a list of what is in it.
 */
public final class RedactedArchive {
  private static final FileAttribute<Set<PosixFilePermission>> OF_OWNER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private static final String INTRODUCTION =
      """
      A report about the kernel extensions of a Mac, made by kext-manager.
      Names of users and machines, serial numbers and other marks of the hardware, addresses of mail
      and network, passwords and tokens were replaced by words between < and >. Look it through
      before you show it to anybody: other names that matter to you are not known to any program.

      """;

  private final TextRedactor redactor;

  /**
   * An archive.
   *
   * @param redaction what is left out
   */
  public RedactedArchive(Redaction redaction) {
    this.redactor = new TextRedactor(redaction);
  }

  /**
   * Writes a new file, which only its owner may read.
   *
   * @param file the file
   * @param documents what is to be in it
   * @return what is in it: the list of contents, and the documents as they were written
   * @throws FileAlreadyExistsException if something has that name, which is left as it is
   * @throws IOException if it cannot be written; what was written of it is removed
   */
  public List<Document> write(Path file, List<Document> documents) throws IOException {
    // What a later document teaches must be found in the earlier ones as well.
    documents.forEach(document -> redactor.redact(document.text()));
    List<Document> redacted =
        documents.stream()
            .map(document -> new Document(document.name(), redactor.redact(document.text())))
            .toList();
    List<Document> all = new ArrayList<>();
    all.add(new Document("README.txt", INTRODUCTION + contents(redacted)));
    all.addAll(redacted);
    var channel =
        Files.newByteChannel(
            file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OF_OWNER);
    try (OutputStream out = Channels.newOutputStream(channel)) {
      write(out, all);
    } catch (IOException failed) {
      Files.deleteIfExists(file);
      throw failed;
    }
    return List.copyOf(all);
  }

  private static void write(OutputStream out, List<Document> documents) throws IOException {
    try (var zip = new ZipOutputStream(out, UTF_8)) {
      for (Document document : documents) {
        put(zip, document);
      }
    }
  }

  private static String contents(List<Document> documents) {
    StringBuilder contents = new StringBuilder();
    documents.forEach(
        document ->
            contents.append(
                "%s (%d bytes)\n"
                    .formatted(document.name(), document.text().getBytes(UTF_8).length)));
    return contents.toString();
  }

  private static void put(ZipOutputStream zip, Document document) throws IOException {
    zip.putNextEntry(new ZipEntry(document.name()));
    zip.write(document.text().getBytes(UTF_8));
    zip.closeEntry();
  }
}
