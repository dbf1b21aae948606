package org.hutong.bench.speed;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** One kept-alive connection that speaks just enough HTTP/1.1, so that the generator of load takes little of the machine it shares with the server. */
final class RawHttp implements AutoCloseable {
    private final int port;
    private Socket socket;
    private InputStream in;
    private byte[] body = new byte[16_384];
    private int length;

    RawHttp(int port) throws IOException {
        this.port = port;
        connect();
    }

    private void connect() throws IOException {
        socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        socket.connect(new InetSocketAddress("127.0.0.1", port), 5_000);
        in = new BufferedInputStream(socket.getInputStream(), 16_384);
    }

    /** After a pause in which the server may have closed the connection. */
    void refresh() throws IOException {
        socket.close();
        connect();
    }

    static byte[] get(int port, String path, String cookie) {
        return ("GET " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nAccept: application/json\r\nCookie: " + cookie + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] post(int port, String path, String cookie, String headers, String json) {
        byte[] content = json.getBytes(StandardCharsets.UTF_8);
        byte[] head = ("POST " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nOrigin: http://localhost:" + port
                + "\r\nAccept: application/json\r\nContent-Type: application/json\r\nCookie: " + cookie + "\r\n" + headers + "Content-Length: "
                + content.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] all = Arrays.copyOf(head, head.length + content.length);
        System.arraycopy(content, 0, all, head.length, content.length);
        return all;
    }

    /** Sends a request and reads the whole answer. @return the status */
    int exchange(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        String status = line();
        int contentLength = -1;
        boolean chunked = false;
        boolean last = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                contentLength = Integer.parseInt(lower.substring(15).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                chunked = lower.contains("chunked");
            } else if (lower.startsWith("connection:")) {
                last = lower.contains("close");
            }
        }
        length = 0;
        if (chunked) {
            for (int size = size(); size > 0; size = size()) {
                take(size);
                line();
            }
            line();
        } else if (contentLength > 0) {
            take(contentLength);
        }
        if (last) {
            refresh();
        }
        return Integer.parseInt(status.substring(9, 12));
    }

    String body() {
        return new String(body, 0, length, StandardCharsets.UTF_8);
    }

    private int size() throws IOException {
        return Integer.parseInt(line().strip(), 16);
    }

    private void take(int count) throws IOException {
        if (length + count > body.length) {
            body = Arrays.copyOf(body, Math.max(2 * body.length, length + count));
        }
        if (in.readNBytes(body, length, count) != count) {
            throw new EOFException("the answer ended early");
        }
        length += count;
    }

    private String line() throws IOException {
        StringBuilder text = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the connection was closed");
            }
            if (c != '\r') {
                text.append((char) c);
            }
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
