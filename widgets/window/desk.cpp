#include "widgets/window/desk.h"
