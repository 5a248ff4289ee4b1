// A program that does nothing, to be linked with a whole layer.
int main() {}
