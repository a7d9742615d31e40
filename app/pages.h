#pragma once

namespace qd {

class MainWindow;

namespace app {

// One line per page: the only place that knows all of them.
void registerPages(MainWindow &window);

} // namespace app

} // namespace qd
