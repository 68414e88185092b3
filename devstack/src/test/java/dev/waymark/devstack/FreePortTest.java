package dev.waymark.devstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FreePortTest {

    @Test
    void noPortTwiceAndNoneThatAnOutgoingConnectionCouldBeGiven() {
        assertThat(IntStream.range(0, 200).map(turn -> FreePort.any()).boxed())
                .doesNotHaveDuplicates()
                .allMatch(port -> port >= 1024 && port < 32_768);
    }

    @Test
    void onePassesByWhatIsTaken() throws IOException {
        var port = FreePort.any();
        try (var taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(FreePort.isFree(taken.getLocalPort())).isFalse();
        }
        assertThat(FreePort.isFree(port)).isTrue();
    }
}
