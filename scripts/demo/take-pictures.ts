export const takePictures = async (_: unknown): Promise<readonly string[]> => []
