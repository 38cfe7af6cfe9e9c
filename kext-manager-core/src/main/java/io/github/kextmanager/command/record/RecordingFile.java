package io.github.kextmanager.command.record;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import com.google.common.util.concurrent.Uninterruptibles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The file of a recording: its owner's alone, new, and on the disk after every block. */
final class RecordingFile implements AutoCloseable {
  private final FileChannel channel;

  /** An interrupt closes the channel that its thread writes to; nobody interrupts this one. */
  private final ExecutorService writer = Executors.newSingleThreadExecutor(RecordingFile::daemon);

  private RecordingFile(FileChannel channel) {
    this.channel = channel;
  }

  /** Writes to a channel that is open already. */
  static RecordingFile onto(FileChannel channel) {
    return new RecordingFile(channel);
  }

  /** Makes the file. It must not exist, as a link that leads nowhere neither. */
  static RecordingFile create(Path file) {
    try {
      return new RecordingFile(
          FileChannel.open(
              file,
              Set.of(CREATE_NEW, WRITE, NOFOLLOW_LINKS),
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))));
    } catch (IOException | UnsupportedOperationException e) {
      throw new RecordingException("Cannot record to %s: %s.".formatted(file, reason(file, e)), e);
    }
  }

  private static String reason(Path file, Exception failure) {
    if (failure instanceof FileAlreadyExistsException) {
      return Files.isSymbolicLink(file)
          ? "it is a symbolic link, and a recording follows none"
          : "it exists, and a recording overwrites nothing";
    }
    if (failure instanceof NoSuchFileException) {
      return "its folder does not exist";
    }
    if (failure instanceof UnsupportedOperationException) {
      return "its file system cannot keep it from other users";
    }
    return "the operating system said \"%s\"".formatted(failure.getMessage());
  }

  /**
   * Writes a block in one piece, to the disk itself: the next thing may be a kernel panic. Returns
   * when it is there, whether the thread is interrupted or not.
   */
  void append(String block) throws IOException {
    Future<Optional<IOException>> written = writer.submit(() -> write(block));
    try {
      Optional<IOException> failure = Uninterruptibles.getUninterruptibly(written);
      if (failure != null && failure.isPresent()) {
        throw failure.get();
      }
    } catch (ExecutionException e) {
      throw new IOException(e);
    }
  }

  private Optional<IOException> write(String block) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(block.getBytes(US_ASCII));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(false);
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(e);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "kext-manager-recorder");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() throws IOException {
    writer.shutdown();
    channel.close();
  }
}
